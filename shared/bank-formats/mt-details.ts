import { readCodeWords } from './mt-code-words.ts';
import { readSubfields } from './mt-subfields.ts';
import { meaningful } from './reference-words.ts';
import type { BankReferences, Counterparty } from './statement-item.ts';

/** What :86: says, whichever of the three ways a bank writes it. */
export interface MtDetails {
  readonly counterparty: Counterparty;
  readonly references: Pick<BankReferences, 'endToEnd' | 'instruction' | 'mandate'>;
  readonly structuredReferences: readonly string[];
  readonly remittance: string;
  readonly additionalInformation: string;
  /** Present when it says that the entry is a return, '' without a reason. */
  readonly returnReason: string | undefined;
}

/**
 * :86: is free text to SWIFT. Banks write
 *  - subfields after a three-digit code:   166?00GUTSCHRIFT?20EREF+7?21SVWZ+Policy 4711?32Müller GmbH
 *  - code words between slashes:           /EREF/7/NAME/Müller GmbH/REMI/Policy 4711/
 *  - text, sometimes after the payer's IBAN and name.
 * A wrapped line stays '\n' in the remittance: nobody can know whether a space, a word or a policy number was cut there.
 */
export function readMtDetails(lines: readonly string[]): MtDetails {
  const text = lines.map((line) => line.trimEnd()).join('\n');
  return readSubfields(text) ?? readCodeWords(text) ?? readFreeText(lines);
}

function readFreeText(lines: readonly string[]): MtDetails {
  const text = lines.map((line) => line.trim()).filter(Boolean);
  const [, account, name] = /^([A-Z]{2}\d{2}[A-Z0-9]{11,30})(?: +(\S.*))?$/.exec(text[0] ?? '') ?? [];
  return {
    counterparty: { account, name: meaningful(name) },
    references: {},
    structuredReferences: [],
    remittance: (account === undefined ? text : text.slice(1)).join('\n'),
    additionalInformation: '',
    returnReason: undefined,
  };
}
