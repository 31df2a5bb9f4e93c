import type { CreditItem } from './statement-item.ts';

/** Where a payer may have put a policy number, what is made for references first. Texts keep their line wraps. */
export function policySearchTexts(credit: CreditItem): readonly string[] {
  const { endToEnd, instruction, customer } = credit.references;
  const texts = [...credit.structuredReferences, endToEnd, instruction, customer, credit.remittance, credit.additionalInformation];
  return [...new Set(texts.filter((text) => text !== undefined).filter(Boolean))];
}
