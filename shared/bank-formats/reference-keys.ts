import type { BankReferences, EntryFacts } from './statement-item.ts';

/**
 * The references of one payment that a return of it repeats: what payer and clearing gave it, not what the bank gave this entry
 * on this day, though banks quote that too. Mandates and batches are no names of one payment.
 */
export function returnReferences(references: BankReferences, structured: readonly string[]): readonly string[] {
  const { uetr, transaction, clearing, endToEnd, instruction, cheque, bank, customer, servicer, detailServicer } = references;
  const named = [uetr, transaction, endToEnd, instruction, clearing, cheque, customer, bank, detailServicer, servicer, ...structured];
  return [...new Set(named.filter((reference) => reference !== undefined))];
}

/**
 * Keys by which a payment and the return of it meet: keep them with the payment of a credit, look them up for a return. Case and
 * separators don't count. A shared key is a hint, not proof (payers repeat their references): account, currency and amount must fit too.
 */
export function referenceKeys(facts: EntryFacts): readonly string[] {
  const keys = returnReferences(facts.references, facts.structuredReferences).map((reference) =>
    reference
      .normalize('NFKC')
      .toUpperCase()
      .replaceAll(/[^\p{L}\p{N}]/gu, ''),
  );
  return [...new Set(keys.filter((key) => key.length >= SHORTEST))];
}

/** '14' or 'A1' is in every second entry. */
const SHORTEST = 4;
