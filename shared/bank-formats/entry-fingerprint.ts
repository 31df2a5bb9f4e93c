import { createHash } from 'node:crypto';
import type { EntryFacts } from './statement-item.ts';

/** The facts every fingerprint stands on, checked: two files can't show one entry with another of these. */
export interface FingerprintBase {
  readonly account: string;
  readonly amountMinor: number;
  readonly currency: string;
  readonly bookedOn: string;
}

/**
 * What makes an entry itself, as text. Two showings of one entry agree in it, two different entries that agree in it are told
 * apart by their occurrence (see Occurrences): paymentId = hash(key, occurrence).
 *
 * Always: account, direction, amount, currency, booking day. They are the same in the intraday report and the statement, and
 * with them a bank that uses a reference again next month does no harm. Then the best of
 *  1. the bank's reference of the entry (AcctSvcrRef): unique by ISO 20022, the same in camt.052, .053 and .054, so nothing
 *     else is looked at: reports differ in how much of the rest they show;
 *  2. of a payment in a batch, and where the bank gave no reference: the first of UETR, TxId, EndToEndId, InstrId, the bank's
 *     reference of the payment, the clearing's;
 *  3. else the content: who paid, and the letters and digits of what was written, so that another line wrap changes nothing.
 * What stands in :61: of an MT940 is part of it, not instead: banks put constants there ('//55555') and account numbers.
 *
 * Limits, all of which need entries without any reference of the bank or the payer:
 *  - a text that the bank changes between its intraday report and its statement makes a second payment;
 *  - two equal payments of one day, each in a file of its own that does not show the other, count as one, until a statement that
 *    shows both is imported: then the second is created. Nothing can tell that case from a file that was sent twice;
 *  - camt and MT940 of one account give different ids: import one of them.
 */
export function entryKey(facts: EntryFacts, base: FingerprintBase): string {
  return JSON.stringify([...baseOf(facts, base), facts.references.bank ?? '', facts.references.customer ?? '', ...identityOf(facts)]);
}

/** The key the whole batch has where it is shown undivided; only a reference of the bank makes it the same in both showings. */
export function batchKey(facts: EntryFacts, base: FingerprintBase): string | undefined {
  const { servicer } = facts.references;
  return facts.batch && servicer !== undefined ? JSON.stringify([...baseOf(facts, base), '', '', 'servicer', servicer]) : undefined;
}

/** 'stmt-' and 192 bits, 37 characters: fits the ids of the contract, and needs no escaping in a path. */
export const entryFingerprint = (key: string, occurrence: number): string =>
  `stmt-${createHash('sha256').update(`${key}#${occurrence}`).digest('base64url').slice(0, 32)}`;

const baseOf = ({ direction }: EntryFacts, { account, amountMinor, currency, bookedOn }: FingerprintBase): readonly unknown[] => [
  lettersAndDigits(account),
  direction,
  amountMinor,
  currency,
  bookedOn,
];

function identityOf(facts: EntryFacts): readonly string[] {
  const { servicer } = facts.references;
  const whole = facts.batch === undefined;
  if (whole && servicer !== undefined) return ['servicer', servicer];
  return [...(whole ? [] : ['batch', servicer ?? '']), ...(ownReference(facts) ?? contentOf(facts))];
}

function ownReference({ references }: EntryFacts): readonly string[] | undefined {
  for (const name of ['uetr', 'transaction', 'endToEnd', 'instruction', 'detailServicer', 'clearing'] as const) {
    const reference = references[name];
    if (reference !== undefined) return [name, reference];
  }
  return undefined;
}

const contentOf = (facts: EntryFacts): readonly string[] => [
  'content',
  lettersAndDigits(facts.counterparty.account ?? ''),
  lettersAndDigits(facts.counterparty.name ?? ''),
  lettersAndDigits(facts.remittance),
  facts.structuredReferences.map(lettersAndDigits).join(' '),
];

const lettersAndDigits = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
