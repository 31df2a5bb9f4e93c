import { cover, type MovedCredit, type Receipts } from './coverage.ts';
import type { LocalDate } from './local-date.ts';
import { sum } from './money.ts';
import type { Policy } from './policy.ts';
import { oldestDueFirst } from './standing.ts';

/**
 * Excess credit that left a policy, or came to it. Written once and never changed. A transfer is written twice, once in each of its two
 * policies, so that each has all that its money needs.
 */
export type CreditMove = TransferOut | TransferIn | Disbursement;

interface Moved {
  /** The caller's: unique in the policy that the money leaves, for transfers and disbursements each. */
  readonly moveId: string;
  /** Of this side. */
  readonly policyNumber: string;
  readonly amountMinor: number;
  readonly currency: string;
  readonly movedOn: LocalDate;
  readonly reason: string;
  readonly at: string;
  /** Token subject. */
  readonly by: string;
}

export interface TransferOut extends Moved {
  readonly kind: 'transferOut';
  readonly toPolicyNumber: string;
  /** Digest of what the caller said, by which a replay is known. */
  readonly fingerprint: string;
}

export interface TransferIn extends Moved {
  readonly kind: 'transferIn';
  readonly fromPolicyNumber: string;
}

/** Paid back to who had paid too much. Recorded here; the payment itself is the bank's. */
export interface Disbursement extends Moved {
  readonly kind: 'disbursement';
  readonly fingerprint: string;
}

export type MoveOut = TransferOut | Disbursement;

/** What names a move in its policy. */
export type MoveName =
  | Pick<TransferOut, 'kind' | 'moveId'>
  | Pick<TransferIn, 'kind' | 'moveId' | 'fromPolicyNumber'>
  | Pick<Disbursement, 'kind' | 'moveId'>;

/** Where the other side of a transfer is written. */
export function otherSide(move: TransferOut | TransferIn): { readonly policyNumber: string; readonly name: MoveName } {
  const { moveId } = move;
  return move.kind === 'transferOut'
    ? { policyNumber: move.toPolicyNumber, name: { kind: 'transferIn', moveId, fromPolicyNumber: move.policyNumber } }
    : { policyNumber: move.fromPolicyNumber, name: { kind: 'transferOut', moveId } };
}

/** What the counters of a policy come to by its moves. */
export function movedBy(moves: readonly CreditMove[]): MovedCredit {
  const total = (kind: CreditMove['kind']) => sum(moves.filter((move) => move.kind === kind).map((move) => move.amountMinor));
  return { inMinor: total('transferIn'), outMinor: total('transferOut'), disbursedMinor: total('disbursement') };
}

/** What may leave a policy: beyond all that is asked for, now and in time to come. */
export const excessOf = (policy: Policy, receipts: Receipts): number => cover(oldestDueFirst(policy), receipts).excessMinor;
