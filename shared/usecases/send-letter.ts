import { timestamp } from '../domain/zone.ts';
import { mergeFacts } from '../notices/merge-facts.ts';
import type { Message, NoticeFacts } from '../notices/notice-facts.ts';
import type { IntentKey } from '../ports/checkpoint-wake-ups.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Mail, Mailer, MailOutcome } from '../ports/mailer.ts';
import type { NoticeEnd, NoticeStore, Sendable, StoredNotice } from '../ports/notice-store.ts';

export interface LetterDeps {
  readonly notices: NoticeStore;
  readonly mailer: Mailer;
  readonly compose: (facts: NoticeFacts) => Message;
  readonly clock: Clock;
  readonly log: Log;
}

/** A notice that leaves in a letter, alone or with others that say the same of other policies. */
export interface Part {
  readonly seen: Sendable;
  readonly facts: NoticeFacts;
  readonly intent: IntentKey;
}

export type Letter = readonly [Part, ...Part[]];

export type LetterOutcome =
  | 'sent'
  | 'failed' // SES refused it for good
  | 'unknown' // SES may have it: a person or SES's own event decides
  | 'throttled' // try later
  | 'busy' // another sender holds it
  | 'changed'; // a payment or another sender came between read and claim

/** A sender that takes longer than this is dead: Lambda stops it at 60 s. */
const LEASE_MS = 5 * 60_000;
/** SES must have answered, or timed out, before the lease ends: a sender that slept so long lets go. */
const TIME_FOR_SES_MS = 60_000;

interface Claimed {
  readonly notice: StoredNotice;
  readonly intent: IntentKey;
}

/** Claims all the notices of a letter or none, has SES take it once, and ends them all as it ended. */
export async function sendLetter(deps: LetterDeps, letter: Letter): Promise<LetterOutcome> {
  const { notices, clock, mailer } = deps;
  const mail = mailOf(letter, deps.compose);
  const leaseUntil = clock.now() + LEASE_MS;
  const claim = await notices.claim(
    letter.map(({ seen }) => seen),
    leaseUntil,
  );
  if (claim === 'changed') return 'changed';
  const claimed = letter.map(({ seen, intent }) => ({ notice: { ...seen.notice, state: 'CLAIMED' as const, leaseUntil }, intent }));
  if (clock.now() > leaseUntil - TIME_FOR_SES_MS) {
    await markAll(deps, claimed, 'PENDING'); // not sent yet, and others may soon take it for UNKNOWN
    return 'busy';
  }
  return settle(deps, claimed, await mailer.send(mail));
}

function mailOf(letter: Letter, compose: LetterDeps['compose']): Mail {
  const [first, ...others] = letter;
  const { notice, policy } = first.seen;
  const { name, email, language } = notice.recipient;
  const replyTo = policy.participants['accountManager'];
  return {
    noticeIds: letter.map(({ seen }) => seen.notice.noticeId),
    to: { name, email },
    ...(replyTo ? { replyTo } : {}),
    writtenAt: notice.createdAt,
    language,
    ...compose(mergeFacts(first.facts, ...others.map(({ facts }) => facts))),
  };
}

async function settle(deps: LetterDeps, claimed: readonly Claimed[], outcome: MailOutcome): Promise<LetterOutcome> {
  const at = timestamp(deps.clock.now());
  switch (outcome.outcome) {
    case 'accepted':
      await endAll(deps, claimed, { from: 'CLAIMED', state: 'SENT', messageId: outcome.messageId, at });
      return 'sent';
    case 'refused':
      await endAll(deps, claimed, { from: 'CLAIMED', state: 'FAILED', reason: outcome.reason, at });
      return 'failed';
    case 'throttled':
      await markAll(deps, claimed, 'PENDING'); // definitely not accepted: the claims are given back
      return 'throttled';
    case 'unknown': {
      const noticeIds = claimed.map(({ notice }) => notice.noticeId);
      deps.log.warn('nobody knows whether SES accepted a notice', { noticeIds, reason: outcome.reason });
      await markAll(deps, claimed, 'UNKNOWN');
      return 'unknown';
    }
  }
}

/** 'changed': SES's own event was faster with one of them, which is settled all the same; then each is ended by itself. */
async function endAll({ notices }: LetterDeps, claimed: readonly Claimed[], end: NoticeEnd): Promise<void> {
  const ended = claimed.map((one) => ({ ...one, end }));
  if ((await notices.finish(ended)) === 'finished' || ended.length === 1) return;
  for (const one of ended) await notices.finish([one]);
}

async function markAll({ notices }: LetterDeps, claimed: readonly Claimed[], to: 'PENDING' | 'UNKNOWN'): Promise<void> {
  for (const { notice } of claimed) await notices.mark(notice, 'CLAIMED', to);
}
