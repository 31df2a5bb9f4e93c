import { referenceKeys } from '../bank-formats/reference-keys.ts';
import type { CreditItem } from '../bank-formats/statement-item.ts';
import type { BatchClaim, BatchShowing, EntryRegistry, PaymentReference } from '../ports/entry-registry.ts';

/**
 * What must be in the registry before credits become payments: the references by which a return finds them, and how their batches are
 * in the books. A bank may show a batch as one sum (camt.053) and divided (camt.054): whichever comes first counts.
 * @returns the credits whose money is not in the books in the other form
 */
export async function registerCredits(entries: EntryRegistry, credits: readonly CreditItem[]): Promise<readonly CreditItem[]> {
  const claims = claimsOf(credits);
  const refused = await entries.claimBatches([...claims.values()]);
  const fresh = credits.filter((credit) => {
    const claim = claimOf(credit);
    return !claim || (!refused.has(claim.batchPaymentId) && claims.get(claim.batchPaymentId)?.showing === claim.showing);
  });
  await entries.keepReferences(fresh.flatMap(referencesOf));
  return fresh;
}

/** One a batch: its first showing. */
function claimsOf(credits: readonly CreditItem[]): ReadonlyMap<string, BatchClaim> {
  const claims = new Map<string, BatchClaim>();
  for (const claim of credits.flatMap((credit) => claimOf(credit) ?? [])) {
    if (!claims.has(claim.batchPaymentId)) claims.set(claim.batchPaymentId, claim);
  }
  return claims;
}

/** Any entry with a reference of the bank may be the sum of a batch: banks do not always say so. Without one, the two can't be told to be one. */
function claimOf({ paymentId, batchPaymentId, batch, references }: CreditItem): BatchClaim | undefined {
  const claim = (id: string, showing: BatchShowing) => ({ batchPaymentId: id, showing });
  if (batchPaymentId !== undefined) return claim(batchPaymentId, 'parts');
  return batch === undefined && references.servicer !== undefined ? claim(paymentId, 'sum') : undefined;
}

const referencesOf = (credit: CreditItem): readonly PaymentReference[] =>
  referenceKeys(credit).map((key) => ({
    key,
    paymentId: credit.paymentId,
    account: accountKey(credit.account),
    currency: credit.currency,
    amountMinor: credit.amountMinor,
  }));

/** 'UA21 3223…' and 'ua213223…' are one account. */
export const accountKey = (account = ''): string => account.toUpperCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
