import { parseLocalDate } from '../domain/local-date.ts';
import type { StatementEvent } from './statement-event.ts';
import type { StatementFormat } from './statement-item.ts';
import { child, textAt, type XmlElement } from './xml-element.ts';

/**
 * Booked balances of a statement: OPBD (or PRCD, the closing one before it) opens, CLBD closes. Those of intraday reports and
 * of notifications reconcile nothing, and available balances (CLAV, …) say nothing about what is booked.
 */
export function camtBalance(bal: XmlElement, account = '', format: StatementFormat | undefined): readonly StatementEvent[] {
  const type = textAt(bal, 'Tp', 'CdOrPrtry', 'Cd');
  const amount = textAt(bal, 'Amt');
  const currency = child(bal, 'Amt')?.attributes.get('Ccy');
  if (format !== 'camt.053' || amount === undefined || currency === undefined) return [];
  const balance = { amount: textAt(bal, 'CdtDbtInd') === 'DBIT' ? `-${amount}` : amount, currency };
  if (type === 'OPBD' || type === 'PRCD') return [{ kind: 'opening', account, balance }];
  const on = parseLocalDate(dateOf(bal, 'Dt') ?? '');
  return type === 'CLBD' && on ? [{ kind: 'closing', account, balance, on, final: true }] : [];
}

/** A date, or the date of an instant as the bank wrote it: '2014-12-31T23:50:00+01:00' is booked on the 31st. */
export const dateOf = (element: XmlElement, name: string): string | undefined =>
  (textAt(element, name, 'Dt') ?? textAt(element, name, 'DtTm'))?.slice(0, 10);
