import { mtDate, mtDecimal, mtEntryDate } from './mt-amounts.ts';
import { meaningful } from './reference-words.ts';
import { isSwiftReturnType } from './return-codes.ts';
import type { EntryFacts } from './statement-item.ts';

/** What :61: says. */
export interface EntryLine extends Pick<EntryFacts, 'status' | 'direction' | 'amount' | 'bookedOn' | 'valueOn'> {
  readonly bank: string | undefined;
  readonly customer: string | undefined;
  /** A reversal by its mark (RC, RD), or a returned item by its type (NRTI). */
  readonly returns: boolean;
  /** The second line, and what some banks add after it. */
  readonly supplementary: readonly string[];
}

/**
 * Reads :61:, undefined when it isn't one.
 *  1310241024CR4200,50NTRFINV 7//BANK1
 *  value date, entry date (may be missing), C or D mark, third letter of the currency (may be missing), amount, type, the
 *  customer's reference, // the bank's.
 * The marks: RC takes back a credit, so it is a debit, RD the reverse; EC and ED are expected, not booked.
 * A first line that makes no sense alone may have been wrapped: it is then read together with the second.
 */
export function readEntryLine(lines: readonly string[]): EntryLine | undefined {
  const [first = '', second = '', ...others] = lines;
  const plain = LINE.exec(first);
  const match = plain ?? LINE.exec(first.trimEnd() + second);
  if (!match) return undefined;
  const [, value = '', entry, mark = '', amount = '', type = '', references = ''] = match;
  const valueOn = mtDate(value);
  const [customer, bank] = splitReferences(references);
  return {
    status: mark.startsWith('E') ? 'pending' : 'booked',
    direction: CREDITS.has(mark) ? 'credit' : 'debit',
    amount: mtDecimal(amount),
    bookedOn: entry ? mtEntryDate(entry, valueOn) : valueOn,
    valueOn,
    customer: meaningful(customer),
    bank: meaningful(bank),
    returns: mark.startsWith('R') || isSwiftReturnType(type.slice(1)),
    supplementary: (plain ? [second, ...others] : others).map((line) => line.trim()).filter(Boolean),
  };
}

/** The letter after the mark is the currency's third one: 'DR800,' debits EUR, 'RD800,' takes back a debit. */
const LINE = /^(\d{6})(\d{4})?(RC|RD|EC|ED|C|D)[A-Z]?(\d+(?:,\d*)?)([NFS][A-Z0-9]{3})?(.*)$/;

const CREDITS = new Set(['C', 'RD', 'EC']);

function splitReferences(text: string): readonly [string, string] {
  const at = text.indexOf('//');
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 2)];
}
