import type { CreditMove, MoveName, MoveOut, TransferIn } from '../domain/credit-move.ts';
import type { Account } from '../domain/policy.ts';
import type { JournalRecord } from './journal.ts';
import type { Intent } from './outbox.ts';

export interface CreditMoveReader {
  /** All of a policy, consistent. */
  ofPolicy(policyNumber: string): Promise<readonly CreditMove[]>;
  read(policyNumber: string, name: MoveName): Promise<CreditMove | undefined>;
}

/** Excess that leaves a policy, with all that belongs to it: everything in one transaction, or nothing. */
export interface CreditStep {
  readonly out: MoveOut;
  /** What the excess was computed from: no payment and no other move has come since. */
  readonly seen: Pick<Account, 'moves' | 'status'>;
  /** Where a transfer goes: open, in the status that was seen. */
  readonly into?: { readonly move: TransferIn; readonly clientId: string; readonly seenStatus: 'active' | 'suspended' };
  readonly journal: readonly JournalRecord[];
  readonly intents: readonly Intent[];
}

export interface CreditMoves extends CreditMoveReader {
  /** 'changed': a policy is not as it was seen, or the move is made already; nothing was written. */
  make(step: CreditStep): Promise<'made' | 'changed'>;
}
