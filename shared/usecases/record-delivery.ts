import { type DeliveryEvent, isUndelivered, movesOn, stateAfter } from '../domain/delivery.ts';
import type { NoticeState } from '../domain/notice.ts';
import { timestamp } from '../domain/zone.ts';
import type { Clock } from '../ports/clock.ts';
import type { DeliveryStore } from '../ports/delivery-store.ts';
import type { Ids } from '../ports/ids.ts';
import type { StoredNotice } from '../ports/notice-store.ts';
import { undeliveredEvent } from './intents.ts';

export interface Deps {
  readonly deliveries: DeliveryStore;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Opens the task "correct the address, or call" for whoever is responsible. Safe to repeat. */
  readonly openUndelivered: (notice: StoredNotice, reason: string) => Promise<unknown>;
}

export interface Reported {
  readonly noticeId: string;
  readonly messageId: string;
  readonly event: DeliveryEvent;
  readonly reason?: string;
}

const MOST_ROUNDS = 5;

/**
 * Records what SES reports of a notice. Safe to repeat, in any order. What did not reach its reader becomes a task, and does
 * not count as a warning: adverse actions that depend on it wait.
 */
export async function recordDelivery(deps: Deps, reported: Reported): Promise<NoticeState | 'nothingNew' | 'unknownNotice'> {
  const { event } = reported;
  return event === 'Send' || event === 'Delivery' ? advance(deps, { ...reported, event }) : recordTrouble(deps, reported);
}

/** Nearly all reports: one request. */
async function advance({ deliveries, clock }: Deps, { noticeId, messageId, event }: Reported & { readonly event: 'Send' | 'Delivery' }) {
  const { from, to } = movesOn(event);
  const before = await deliveries.advance({ noticeId, messageId, from, to, at: timestamp(clock.now()) });
  return before ? to : 'nothingNew';
}

async function recordTrouble(deps: Deps, reported: Reported): Promise<NoticeState | 'nothingNew' | 'unknownNotice'> {
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    const notice = await deps.deliveries.read(reported.noticeId);
    if (!notice) return 'unknownNotice';
    const to = stateAfter(notice.state, reported.event);
    if (to && (await deps.deliveries.record(changeOf(deps, notice, to, reported))) === 'changed') continue;
    const state = to ?? notice.state;
    if (isUndelivered(state)) await deps.openUndelivered(notice, reported.reason ?? state); // also when a crash came between
    return to ?? 'nothingNew';
  }
  throw new Error('a notice changed each time its delivery was being recorded');
}

function changeOf({ clock, ids }: Deps, notice: StoredNotice, to: NoticeState, { messageId, reason }: Reported) {
  const at = timestamp(clock.now());
  const intents = isUndelivered(to) ? [undeliveredEvent({ clock, ids }, notice)] : [];
  return { notice, to, at, messageId, intents, ...(reason === undefined ? {} : { reason }) };
}
