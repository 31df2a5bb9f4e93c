import type { TransferIn, TransferOut } from '../domain/credit-move.ts';
import { isOpen } from '../domain/policy.ts';
import { Refusal } from '../domain/refusal.ts';
import type { CreditStep } from '../ports/credit-moves.ts';
import type { PolicyHead } from '../ports/policy-store.ts';
import { eventIntent } from './intents.ts';
import { amountToMove, type ExcessDeps, factsOfMove, headOf, type MovedExcess, type MovingExcess, moveOnce } from './moving-excess.ts';
import { journalRecord, wakeFor, whyNoTarget } from './moving-money.ts';

export interface Transferring extends MovingExcess {
  readonly toPolicyNumber: string;
}

/**
 * Moves excess credit to another policy of the same client, a renewal most often: both accounts, both journals and, where the target is
 * suspended, its wake in one transaction. Never more than the excess is at that moment: a payment, a reversal or another move in
 * between is looked at again. In the target it is money like any other, and covers the oldest due first.
 */
export const transferExcess = (deps: ExcessDeps, transferring: Transferring): Promise<MovedExcess<TransferOut>> =>
  moveOnce<TransferOut>(deps, transferring, { kind: 'transferOut', reused: 'TRANSFER_ID_REUSED' }, () => attempt(deps, transferring));

async function attempt(deps: ExcessDeps, transferring: Transferring): Promise<TransferOut | 'changed'> {
  const source = await headOf(deps, transferring.policyNumber);
  const target = await targetOf(deps, transferring, source);
  const amountMinor = amountToMove(source, transferring.amount);
  const woken = target.account.status === 'suspended' ? wakeFor(deps, target) : undefined;
  const { step, move } = planned(deps, transferring, { source, target, amountMinor });
  const made = await deps.credits.make({ ...step, intents: [...step.intents, ...(woken ? [woken.intent] : [])] });
  if (made === 'changed') return 'changed';
  if (woken) await deps.runner.runNow(woken.wake); // restores cover now, not at the next date
  return move;
}

async function targetOf(deps: ExcessDeps, { toPolicyNumber }: Transferring, { policy }: PolicyHead): Promise<OpenHead> {
  const refuse = (detail: string) => new Refusal('NO_SUCH_TARGET', `${detail}; the money stays where it is`, '/toPolicyNumber');
  if (toPolicyNumber === policy.policyNumber) throw refuse('it is the policy itself');
  const head = await deps.policies.read(toPolicyNumber);
  if (head && head.policy.clientId !== policy.clientId)
    throw new Refusal('OTHER_CLIENT', 'the policy is of another client: his money pays for his own policies', '/toPolicyNumber');
  const refused = whyNoTarget(head, { currency: policy.premium.currency }, undefined);
  if (!head || !isOpenHead(head)) throw refuse(refused ?? 'it can not take money');
  if (refused) throw refuse(refused);
  return head;
}

type OpenHead = PolicyHead & { readonly account: { readonly status: 'active' | 'suspended' } };
const isOpenHead = (head: PolicyHead): head is OpenHead => isOpen(head.account.status);

interface Sides {
  readonly source: PolicyHead;
  readonly target: OpenHead;
  readonly amountMinor: number;
}

function planned(deps: ExcessDeps, transferring: Transferring, { source, target, amountMinor }: Sides) {
  const { policyNumber, toPolicyNumber, moveId: transferId, reason, by, fingerprint } = transferring;
  const facts = factsOfMove(deps, source, transferring, amountMinor);
  const move: TransferOut = { ...facts, kind: 'transferOut', policyNumber, toPolicyNumber, fingerprint };
  const mirrored: TransferIn = { ...facts, kind: 'transferIn', policyNumber: toPolicyNumber, fromPolicyNumber: policyNumber };
  const told = { transferId, amountMinor, currency: facts.currency };
  const about = { ...told, toPolicyNumber };
  const step: CreditStep = {
    out: move,
    seen: source.account,
    into: { move: mirrored, clientId: target.policy.clientId, seenStatus: target.account.status },
    journal: [
      journalRecord(deps, policyNumber, by, { kind: 'transfer', ...about, reason }),
      journalRecord(deps, toPolicyNumber, by, { kind: 'transfer', ...told, fromPolicyNumber: policyNumber, reason }),
    ],
    intents: [
      eventIntent({ type: 'ExcessTransferred', seen: source, at: facts.at, ids: deps.ids, generation: source.progress.generation, about }),
    ],
  };
  return { step, move };
}
