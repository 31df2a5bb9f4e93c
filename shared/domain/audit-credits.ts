import type { Difference } from './audit.ts';
import { NOTHING_MOVED } from './coverage.ts';
import { type CreditMove, movedBy, type TransferIn, type TransferOut } from './credit-move.ts';
import type { Account, Policy } from './policy.ts';

export interface AuditedCredits {
  readonly policy: Pick<Policy, 'policyNumber'>;
  readonly account: Pick<Account, 'moved'>;
  readonly credits: readonly CreditMove[];
  /** Each transfer with what is written of it in the other policy. */
  readonly transfers: readonly { readonly move: TransferOut | TransferIn; readonly mirror: CreditMove | undefined }[];
}

/** Counters are what the moves come to; each transfer stands in both of its policies with one amount, so that all of them net to zero. */
export function auditCredits({ policy, account, credits, transfers }: AuditedCredits): readonly Difference[] {
  const where = `policy ${policy.policyNumber}`;
  const [stored, recomputed] = [account.moved ?? NOTHING_MOVED, movedBy(credits)];
  const counters = (['inMinor', 'outMinor', 'disbursedMinor'] as const).flatMap((counter) =>
    stored[counter] === recomputed[counter]
      ? []
      : [{ where, what: COUNTERS[counter], stored: String(stored[counter]), recomputed: String(recomputed[counter]) }],
  );
  const torn = transfers.flatMap(({ move, mirror }) => {
    const [here, there] = [sideOf(move), mirror ? sideOf(mirror) : 'nothing'];
    return here === there ? [] : [{ where, what: `other side of transfer ${move.moveId}`, stored: there, recomputed: here }];
  });
  return [...counters, ...torn];
}

const COUNTERS = { inMinor: 'transferred in', outMinor: 'transferred out', disbursedMinor: 'disbursed excess' } as const;

const sideOf = ({ amountMinor, currency }: CreditMove): string => `${amountMinor} ${currency}`;
