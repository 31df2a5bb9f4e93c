import type { Disbursement } from '../domain/credit-move.ts';
import { eventIntent } from './intents.ts';
import { amountToMove, type ExcessDeps, factsOfMove, headOf, type MovedExcess, type MovingExcess, moveOnce } from './moving-excess.ts';
import { journalRecord } from './moving-money.ts';

/**
 * Gives excess credit back to who paid it, out of an open policy or one that has ended. Recorded once, never more than the excess is at
 * that moment; who makes the payment at the bank hears of it by the event.
 */
export const disburseExcess = (deps: ExcessDeps, moving: MovingExcess): Promise<MovedExcess<Disbursement>> =>
  moveOnce<Disbursement>(deps, moving, { kind: 'disbursement', reused: 'DISBURSEMENT_ID_REUSED' }, () => attempt(deps, moving));

async function attempt(deps: ExcessDeps, moving: MovingExcess): Promise<Disbursement | 'changed'> {
  const { policyNumber, moveId, fingerprint } = moving;
  const head = await headOf(deps, policyNumber);
  const facts = factsOfMove(deps, head, moving, amountToMove(head, moving.amount));
  const move: Disbursement = { ...facts, kind: 'disbursement', policyNumber, fingerprint };
  const { amountMinor, currency, reason, at, by } = facts;
  const told = { disbursementId: moveId, amountMinor, currency };
  const { generation } = head.progress;
  const made = await deps.credits.make({
    out: move,
    seen: head.account,
    journal: [journalRecord(deps, policyNumber, by, { kind: 'disbursement', ...told, reason })],
    intents: [eventIntent({ type: 'ExcessDisbursed', seen: head, at, ids: deps.ids, generation, about: told })],
  });
  return made === 'made' ? move : 'changed';
}
