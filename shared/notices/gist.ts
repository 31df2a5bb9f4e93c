import { daysBetween } from '../domain/local-date.ts';
import type { Formats } from './formats.ts';
import type { NoticeFacts, NoticeItem } from './notice-facts.ts';
import { type Phase, phaseOf } from './occasion.ts';
import { totals } from './owed.ts';

/** What sentences are made of: the facts of all installments together, dates and amounts already in the reader's language. */
export interface Gist {
  readonly phase: Phase;
  readonly insurer: string;
  readonly policyholder: string;
  /** Absent when the message is about several policies. */
  readonly policy?: { readonly number: string; readonly product: string };
  readonly policies: {
    readonly count: number;
    /** 'A, B and C'; absent when they are too many for a sentence: the list names them. */
    readonly named?: string;
  };
  /** Absent when it is about several installments. */
  readonly installment?: { readonly number: number; readonly count: number };
  /** The due date, or the first to the last of several. */
  readonly when: string;
  readonly today: string;
  /** Whether `when` is one day. */
  readonly isOneDay: boolean;
  /** Absent when the due dates differ, or have come. */
  readonly daysToDue?: number;
  /** Absent when nothing is past due, or the installments differ in it. */
  readonly daysPastDue?: number;
  /** Absent when nothing is outstanding; else by currency: 'UAH 30,000.00 and EUR 500.00'. */
  readonly outstanding?: string;
  /** Something has been paid, but not all. */
  readonly partlyPaid: boolean;
  /** The title of the first action. */
  readonly action?: string;
}

export function gistOf(facts: NoticeFacts, formats: Formats): Gist {
  const { items, today } = facts;
  const owed = totals(items).map(formats.money);
  const action = facts.actions[0]?.title;
  return {
    phase: phaseOf(facts),
    insurer: facts.insurerName,
    policyholder: facts.policyholderName,
    ...onlyPolicy(items),
    policies: policiesIn(items, formats),
    ...onlyInstallment(items),
    when: formats.dates(items.map(({ dueOn }) => dueOn)),
    isOneDay: new Set(items.map(({ dueOn }) => dueOn)).size === 1,
    today: formats.date(today),
    ...daysToDue(facts),
    ...daysPastDue(items),
    ...(owed.length > 0 && { outstanding: formats.list(owed) }),
    partlyPaid: items.some(({ amount, outstanding }) => outstanding.amountMinor > 0 && outstanding.amountMinor < amount.amountMinor),
    ...(action !== undefined && { action }),
  };
}

function onlyPolicy(items: readonly NoticeItem[]): Pick<Gist, 'policy'> {
  const [first, ...others] = items;
  if (!first || others.some(({ policyNumber }) => policyNumber !== first.policyNumber)) return {};
  return { policy: { number: first.policyNumber, product: first.product } };
}

/** More is not read in a sentence, and pushes the amount out of the subject. */
const MOST_NAMED = 3;
const LONGEST_NAMED = 90;

function policiesIn(items: readonly NoticeItem[], formats: Formats): Gist['policies'] {
  const numbers = [...new Set(items.map(({ policyNumber }) => policyNumber))];
  const named = formats.list(numbers);
  return { count: numbers.length, ...(numbers.length <= MOST_NAMED && named.length <= LONGEST_NAMED && { named }) };
}

function onlyInstallment(items: readonly NoticeItem[]): Pick<Gist, 'installment'> {
  const [first, ...others] = items;
  return first && others.length === 0 ? { installment: { number: first.installment, count: first.installmentCount } } : {};
}

function daysToDue({ items, today }: NoticeFacts): Pick<Gist, 'daysToDue'> {
  const [dueOn, ...others] = new Set(items.map((item) => item.dueOn));
  return dueOn !== undefined && others.length === 0 && dueOn > today ? { daysToDue: daysBetween(today, dueOn) } : {};
}

function daysPastDue(items: readonly NoticeItem[]): Pick<Gist, 'daysPastDue'> {
  const [days, ...others] = new Set(items.map((item) => item.daysPastDue));
  return days !== undefined && others.length === 0 && days > 0 ? { daysPastDue: days } : {};
}
