import type { Disbursement } from '../domain/credit-move.ts';
import { eventIntent } from './intents.ts';
import {
  amountToMove,
  type ExcessDeps,
  factsOfMove,
  headOf,
  letOthersPass,
  MOST_ROUNDS,
  type MovedExcess,
  type MovingExcess,
  replayOf,
} from './moving-excess.ts';
import { journalRecord } from './moving-money.ts';

/**
 * Gives excess credit back to who paid it, out of an open policy or one that has ended. Recorded once, never more than the excess is at
 * that moment; who makes the payment at the bank hears of it by the event.
 */
export async function disburseExcess(deps: ExcessDeps, moving: MovingExcess): Promise<MovedExcess<Disbursement>> {
  const { policyNumber, moveId } = moving;
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    const known = await deps.credits.read(policyNumber, { kind: 'disbursement', moveId });
    if (known) return { outcome: 'replay', move: replayOf<Disbursement>(known, 'disbursement', moving, 'DISBURSEMENT_ID_REUSED') };
    const head = await headOf(deps, policyNumber);
    const facts = factsOfMove(deps, head, moving, amountToMove(head, moving.amount));
    const move: Disbursement = { ...facts, kind: 'disbursement', policyNumber, fingerprint: moving.fingerprint };
    const { amountMinor, currency, reason, at, by } = facts;
    const told = { disbursementId: moveId, amountMinor, currency };
    const { generation } = head.progress;
    const made = await deps.credits.make({
      out: move,
      seen: head.account,
      journal: [journalRecord(deps, policyNumber, by, { kind: 'disbursement', ...told, reason })],
      intents: [eventIntent({ type: 'ExcessDisbursed', seen: head, at, ids: deps.ids, generation, about: told })],
    });
    if (made === 'made') return { outcome: 'new', move };
    await letOthersPass(deps, round);
  }
  throw new Error(`the money of a policy changed ${MOST_ROUNDS} times while its excess was to be disbursed`);
}
