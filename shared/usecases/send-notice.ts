import { timestamp } from '../domain/zone.ts';
import type { IntentKey } from '../ports/checkpoint-wake-ups.ts';
import type { Sendable, StoredNotice } from '../ports/notice-store.ts';
import { type AssessDeps, assessNotice } from './assess-notice.ts';
import { type LetterDeps, type LetterOutcome, sendLetter } from './send-letter.ts';

export type Deps = AssessDeps & LetterDeps;

export interface Sending {
  readonly noticeId: string;
  readonly policyNumber: string;
  readonly clientId: string;
  readonly intent: IntentKey;
}

export type SendOutcome =
  | Exclude<LetterOutcome, 'changed'>
  | 'cancelled'
  | 'ended' // nothing to do: a duplicate
  | 'notStored'; // the Outbox names what nobody wrote

const MOST_ROUNDS = 6;

/**
 * Sends a notice at most once: read → does it still apply? → claim, on condition that nothing of it changed → SES → settle.
 * Benign races: another sender has it (busy), it was ended before (ended), a payment came between read and claim (read again).
 * `known`: as it has just been read.
 */
export async function sendNotice(deps: Deps, sending: Sending, known?: Sendable): Promise<SendOutcome> {
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    const seen = (round === 1 ? known : undefined) ?? (await deps.notices.read(sending.clientId, [sending]))[0];
    if (!seen) return 'notStored';
    if (seen.notice.state !== 'PENDING') return concludeTaken(deps, seen.notice, sending.intent);
    const attempt = await attemptToSend(deps, seen, sending.intent);
    if (attempt !== 'changed') return attempt;
  }
  throw new Error(`money or relief changed ${MOST_ROUNDS} times while a notice was being claimed`);
}

async function attemptToSend(deps: Deps, seen: Sendable, intent: IntentKey): Promise<SendOutcome | 'changed'> {
  const { facts, obsolete } = await assessNotice(deps, seen);
  if (!obsolete) return sendLetter(deps, [{ seen, facts, intent }]);
  const end = { from: 'PENDING', state: 'CANCELLED', reason: obsolete, at: timestamp(deps.clock.now()) } as const;
  return (await deps.notices.finish([{ notice: seen.notice, end, intent }])) === 'finished' ? 'cancelled' : 'changed';
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
