import { policySearchTexts } from '../bank-formats/policy-search-texts.ts';
import type { CreditItem } from '../bank-formats/statement-item.ts';
import { candidateKeys, chooseMatches, type FindPolicies } from '../domain/policy-number-match.ts';

/**
 * The policies that each credit names: none, one, or several. CSV says which; elsewhere they are looked for in the texts, all credits
 * together, since payers write the same words: 200 remittances of 40 possible numbers each have some thousands of them, not 8,000.
 */
export async function policiesNamedIn(
  credits: readonly CreditItem[],
  find: FindPolicies,
): Promise<ReadonlyMap<CreditItem, readonly string[]>> {
  const searched = credits
    .filter(({ policyNumber }) => policyNumber === undefined)
    .map((credit) => [credit, candidateKeys(policySearchTexts(credit))] as const);
  const keys = new Set(searched.flatMap(([, candidates]) => candidates.map(({ key }) => key)));
  const found = keys.size === 0 ? new Map<string, readonly string[]>() : await find([...keys]);
  const said = credits.flatMap((credit) => (credit.policyNumber === undefined ? [] : [[credit, [credit.policyNumber]] as const]));
  return new Map([...said, ...searched.map(([credit, candidates]) => [credit, chooseMatches(candidates, found)] as const)]);
}
