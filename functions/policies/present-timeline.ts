import type { StoredPayment } from '../../shared/domain/payment.ts';
import type { JournalEvent, JournalRecord } from '../../shared/ports/journal.ts';
import type { StoredNotice } from '../../shared/ports/notice-store.ts';
import { presentMoney } from '../http/present-money.ts';
import { presentReliefEvent } from './present-relief-event.ts';

interface Entry {
  readonly at: string;
  readonly kind: string;
  readonly by: string;
  readonly [field: string]: unknown;
}

interface Sources {
  readonly journal: readonly JournalRecord[];
  readonly payments: readonly StoredPayment[];
  readonly notices: readonly StoredNotice[];
}

/** Everything that happened to a policy and why, oldest first. What happened in one instant stays in this order. */
export function presentTimeline({ journal, payments, notices }: Sources): readonly Entry[] {
  const entries = [...payments.map(ofPayment), ...journal.flatMap(ofJournal), ...notices.map(ofNotice)];
  return entries.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** A record of a run is one entry a checkpoint. What waits is told as a status that does not change yet. */
function ofJournal(record: JournalRecord): readonly Entry[] {
  const { at, by } = record;
  switch (record.kind) {
    case 'checkpoint':
      return record.settlements.map((settlement) => ({ at, kind: 'checkpoint', by, ...settlement, inputs: record.inputs }));
    case 'waiting':
      return [{ at, kind: 'status', by, waiting: record.code, installment: record.installment, reason: record.reason }];
    case 'status':
      return [{ at, kind: 'status', by, status: record.status, reason: record.reason, ...(record.on ? { on: record.on } : {}) }];
    case 'opened':
      return [{ at, kind: 'opened', by }];
    case 'reversal':
      return [{ at, kind: 'reversal', by, paymentId: record.paymentId, reason: record.reason }];
    case 'allocation':
      return [{ at, kind: 'payment', by, paymentId: record.paymentId, allocatedFrom: record.from }];
    case 'transfer':
    case 'disbursement':
      return [presentMove(record)];
    case 'task':
      return [{ at, kind: 'task', by, taskId: record.taskId, ...record.task }];
    case 'relief':
      return [{ at, kind: 'relief', by, ...presentReliefEvent(record.relief) }];
    case 'migration':
      return [{ at, kind: 'migration', by, from: record.from, to: record.to }];
  }
}

/** Where excess credit went or came from, without where it is told. */
function presentMove({ entry: _, policyNumber: __, amountMinor, currency, ...told }: JournalRecord & MoveEvent): Entry {
  return { ...told, amount: presentMoney({ amountMinor, currency }) };
}

type MoveEvent = Extract<JournalEvent, { kind: 'transfer' | 'disbursement' }>;

function ofPayment(payment: StoredPayment): Entry {
  const { paymentId, amountMinor, currency, receivedOn, status, installment, recordedAt, by } = payment;
  return {
    at: recordedAt,
    kind: 'payment',
    by,
    paymentId,
    amount: presentMoney({ amountMinor, currency }),
    receivedOn,
    status,
    installment,
  };
}

/** Whom it went to, by role; the address is not repeated here. */
function ofNotice(notice: StoredNotice): Entry {
  const { createdAt, noticeId, installment, checkpoint, kind, audience, recipient, actions, state, replaces, messageId } = notice;
  return {
    at: createdAt,
    kind: 'notice',
    by: 'system',
    noticeId,
    installment,
    checkpoint,
    noticeKind: kind,
    audience,
    to: recipient.role,
    actions,
    state,
    ...(replaces ? { replaces } : {}),
    ...(messageId ? { messageId } : {}),
  };
}
