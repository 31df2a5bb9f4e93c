import Table from 'cli-table3';
import { formatAmount } from '../../../../shared/domain/money.ts';
import type { CellAnswer } from '../api/answers.ts';
import type { EqualPayments } from '../books/equal-payments.ts';
import type { Happenings } from '../books/happenings.ts';
import type { Totals } from '../books/totals.ts';
import type { Receipt } from '../payers/bank.ts';
import { PLAIN } from './plain-table.ts';
import { equalPaymentsText, matrixTable } from './significance.ts';

/** What the year came to. */
export interface Findings {
  readonly totals: readonly Totals[];
  readonly receipts: readonly Receipt[];
  readonly happenings: Happenings;
  readonly cells: readonly CellAnswer[];
  readonly equalPayments: EqualPayments | undefined;
}

/** No ports and no times of day: the same seed shows the same text. */
export const yearTables = ({ totals, receipts, happenings, cells, equalPayments }: Findings): string =>
  [
    moneyTable(totals),
    paymentsTable(receipts),
    happeningsTable(happenings),
    matrixTable(cells),
    ...(equalPayments ? [equalPaymentsText(equalPayments)] : []),
  ].join('\n');

const moneyTable = (totals: readonly Totals[]): string => {
  const table = new Table({
    head: ['money received', 'paid in', 'applied to policies', 'in suspense', 'of applied: credit'],
    colAligns: ['left', 'right', 'right', 'right', 'right'],
    ...PLAIN,
  });
  for (const { currency, paidIn, applied, suspense, excess } of totals)
    table.push([currency, ...[paidIn, applied, suspense, excess].map((amountMinor) => grouped(amountMinor, currency))]);
  return table.toString();
};

const ANSWERS: Readonly<Record<string, string>> = {
  applied: 'applied',
  unknownPolicy: 'in suspense: no policy has this number',
  currencyMismatch: "in suspense: not the policy's currency",
  policyClosed: 'in suspense: the policy has ended',
};

const paymentsTable = (receipts: readonly Receipt[]): string => {
  const table = new Table({ head: ['payments reported', ''], colAligns: ['left', 'right'], ...PLAIN });
  const byOutcome = Map.groupBy(receipts, ({ answers }) => answers[0]?.outcome ?? '');
  for (const [outcome, of] of [...byOutcome].toSorted(([, a], [, b]) => b.length - a.length))
    table.push([ANSWERS[outcome] ?? outcome, of.length]);
  table.push(['sent twice, counted once', receipts.filter(({ answers }) => answers.length > 1).length]);
  return table.toString();
};

const ROWS: readonly (readonly [keyof Happenings, string])[] = [
  ['reminders', 'reminders to policyholders'],
  ['calls', 'calls asked of account managers'],
  ['handedOn', 'tasks without a result, handed on'],
  ['overdueNotices', 'overdue notices'],
  ['escalations', 'escalated to the head of sales'],
  ['suspended', 'cover suspended'],
  ['restored', 'cover restored'],
  ['lapsed', 'policies lapsed'],
  ['completed', 'policies completed'],
  ['mails', 'mails sent in all'],
  ['unknownMails', 'mails that may have been sent'],
];

const happeningsTable = (happenings: Happenings): string => {
  const table = new Table({ head: ['what was done about it', ''], colAligns: ['left', 'right'], ...PLAIN });
  for (const [field, title] of ROWS) table.push([title, happenings[field]]);
  return table.toString();
};

/** 1234567.8 UAH → '1,234,567.80'. */
const grouped = (amountMinor: number, currency: string): string =>
  formatAmount({ amountMinor, currency }).replace(/\B(?=(\d{3})+\.)/g, ',');
