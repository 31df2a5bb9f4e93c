import { whyObsolete } from '../domain/control/still-applies.ts';
import { standing } from '../domain/standing.ts';
import { localDateAt, timestamp } from '../domain/zone.ts';
import type { Message, NoticeFacts } from '../notices/notice-facts.ts';
import type { IntentKey } from '../ports/checkpoint-wake-ups.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Mailer, MailOutcome } from '../ports/mailer.ts';
import type { NoticeEnd, NoticeStore, Sendable, StoredNotice } from '../ports/notice-store.ts';
import type { RegulationStore } from '../ports/regulation-store.ts';
import type { TaskLinks } from '../ports/task-links.ts';
import { type Insurer, noticeFactsOf } from './notice-facts-of.ts';

export interface Deps {
  readonly notices: NoticeStore;
  readonly regulations: RegulationStore;
  readonly mailer: Mailer;
  readonly compose: (facts: NoticeFacts) => Message;
  readonly links: TaskLinks;
  readonly insurer: Insurer;
  readonly clock: Clock;
  readonly log: Log;
}

export interface Sending {
  readonly noticeId: string;
  readonly policyNumber: string;
  readonly clientId: string;
  readonly intent: IntentKey;
}

export type SendOutcome =
  | 'sent'
  | 'cancelled'
  | 'failed' // SES refused it for good
  | 'unknown' // SES may have it: a person or SES's own event decides
  | 'throttled' // try later
  | 'busy' // another sender holds it
  | 'ended'; // nothing to do: a duplicate

/** A sender that takes longer than this is dead: Lambda stops it at 60 s. */
const LEASE_MS = 5 * 60_000;
/** SES must have answered, or timed out, before the lease ends: a sender that slept so long lets go. */
const TIME_FOR_SES_MS = 60_000;
const MOST_ROUNDS = 6;

/**
 * Sends a notice at most once: read → does it still apply? → claim, on condition that nothing of it changed → SES → settle.
 * Benign races: another sender has it (busy), it was ended before (ended), a payment came between read and claim (read again).
 */
export async function sendNotice(deps: Deps, sending: Sending): Promise<SendOutcome> {
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    const seen = await deps.notices.read(sending.noticeId, sending.policyNumber, sending.clientId);
    if (!seen) throw new Error(`the Outbox names a notice that is not stored: ${sending.noticeId}`);
    if (seen.notice.state !== 'PENDING') return concludeTaken(deps, seen.notice, sending.intent);
    const attempt = await attemptToSend(deps, seen, sending.intent);
    if (attempt !== 'changed') return attempt;
  }
  throw new Error(`money or relief changed ${MOST_ROUNDS} times while a notice was being claimed`);
}

async function attemptToSend(deps: Deps, seen: Sendable, intent: IntentKey): Promise<SendOutcome | 'changed'> {
  const { message, obsolete } = await composeOrCancel(deps, seen);
  const at = timestamp(deps.clock.now());
  if (obsolete) {
    const ended = await deps.notices.finish(seen.notice, { from: 'PENDING', state: 'CANCELLED', reason: obsolete, at }, intent);
    return ended === 'finished' ? 'cancelled' : 'changed';
  }
  const leaseUntil = deps.clock.now() + LEASE_MS;
  if ((await deps.notices.claim(seen, leaseUntil)) === 'changed') return 'changed';
  const { policy } = seen;
  const notice: StoredNotice = { ...seen.notice, state: 'CLAIMED', leaseUntil };
  if (deps.clock.now() > leaseUntil - TIME_FOR_SES_MS) {
    await deps.notices.mark(notice, 'CLAIMED', 'PENDING'); // not sent yet, and others may soon take it for UNKNOWN
    return 'busy';
  }
  const replyTo = policy.participants['accountManager'];
  const { name, email } = notice.recipient;
  const outcome = await deps.mailer.send({
    noticeId: notice.noticeId,
    to: { name, email },
    ...(replyTo ? { replyTo } : {}),
    writtenAt: notice.createdAt,
    language: notice.recipient.language,
    ...message,
  });
  return settle(deps, notice, outcome, intent);
}

async function composeOrCancel({ regulations, compose, insurer, links, clock }: Deps, sendable: Sendable) {
  const { notice, policy, account, openTasks } = sendable;
  const { regulationId, version } = policy.regulation;
  const regulation = await regulations.version(regulationId, version);
  if (!regulation) throw new Error(`regulation ${regulationId} version ${version} is gone, though versions are never deleted`);
  const now = clock.now();
  const today = localDateAt(now, policy.timeZone);
  const owed = standing(policy, account, today);
  const { currency } = policy.premium;
  const obsolete = whyObsolete({ notice, status: account.status, standing: owed, currency, regulation, today, openTasks });
  const tasks = (notice.tasks ?? []).map(async (task) => ({
    ...task,
    url: await links.urlOf({ taskId: task.taskId, assignee: notice.recipient.email }, now),
  }));
  const known = { sendable, regulation, standing: owed, today, insurer, tasks: await Promise.all(tasks) };
  return { obsolete, message: compose(noticeFactsOf(known)) };
}

async function settle(deps: Deps, notice: StoredNotice, outcome: MailOutcome, intent: IntentKey): Promise<SendOutcome> {
  const at = timestamp(deps.clock.now());
  switch (outcome.outcome) {
    case 'accepted':
      return ended(deps, notice, { from: 'CLAIMED', state: 'SENT', messageId: outcome.messageId, at }, intent, 'sent');
    case 'refused':
      return ended(deps, notice, { from: 'CLAIMED', state: 'FAILED', reason: outcome.reason, at }, intent, 'failed');
    case 'throttled':
      await deps.notices.mark(notice, 'CLAIMED', 'PENDING'); // definitely not accepted: the claim is given back
      return 'throttled';
    case 'unknown':
      deps.log.warn('nobody knows whether SES accepted a notice', { noticeId: notice.noticeId, reason: outcome.reason });
      await deps.notices.mark(notice, 'CLAIMED', 'UNKNOWN');
      return 'unknown';
  }
}

async function ended(deps: Deps, notice: StoredNotice, end: NoticeEnd, intent: IntentKey, outcome: SendOutcome): Promise<SendOutcome> {
  await deps.notices.finish(notice, end, intent); // 'changed': SES's own event was faster; it is settled all the same
  return outcome;
}

/** Somebody had it before us. A claim whose lease has ended is of a sender that died, perhaps after SES accepted: UNKNOWN. */
async function concludeTaken(deps: Deps, notice: StoredNotice, intent: IntentKey): Promise<SendOutcome> {
  switch (notice.state) {
    case 'CLAIMED':
      if ((notice.leaseUntil ?? 0) > deps.clock.now()) return 'busy';
      deps.log.warn('a sender died while it held a notice', { noticeId: notice.noticeId });
      await deps.notices.mark(notice, 'CLAIMED', 'UNKNOWN');
      return 'unknown';
    case 'UNKNOWN':
      return 'unknown';
    default:
      await deps.notices.forget(intent);
      return 'ended';
  }
}
