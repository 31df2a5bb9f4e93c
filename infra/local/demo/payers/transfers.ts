import { addDays, dayOfWeek, type LocalDate } from '../../../../shared/domain/local-date.ts';
import type { Money } from '../../../../shared/domain/money.ts';
import type { Random, Range } from '../random.ts';
import type { SlipKind, Transferring } from './habits.ts';

/** Money on its way: what the payer writes, and where it should end up. */
export interface Transfer {
  readonly on: LocalDate;
  readonly policyNumber: string;
  readonly money: Money;
  readonly payer: string;
  readonly reference: string;
  readonly installment?: number;
  readonly intention: Intention;
  /** The bank sends the same entry once more on that day. */
  readonly resentOn?: LocalDate;
}

export type Intention = 'applied' | 'unknownPolicy' | 'currencyMismatch';

/** A policy as its payer sees it. */
export interface Payable {
  readonly policyNumber: string;
  readonly payer: string;
  readonly currency: string;
  readonly installments: readonly { readonly number: number; readonly dueOn: LocalDate; readonly amountMinor: number }[];
}

/** All transfers that a habit makes for a policy, as far as it runs. */
export const transfersOf = (payable: Payable, habit: Transferring, random: Random): readonly Transfer[] =>
  payable.installments
    .slice(0, habit.installments)
    .flatMap((installment) => transfersOfInstallment({ payable, installment, habit, random }))
    .flatMap((transfer) => (habit.slip && random.chance(habit.slip.probability) ? SLIPS[habit.slip.kind](transfer, random) : [transfer]));

const DAYS_BETWEEN_PARTS: Range = [6, 12];

interface Paying {
  readonly payable: Payable;
  readonly installment: Payable['installments'][number];
  readonly habit: Transferring;
  readonly random: Random;
}

const transfersOfInstallment = ({ payable, installment, habit, random }: Paying): readonly Transfer[] => {
  const { policyNumber, payer, currency, installments } = payable;
  let day = addDays(installment.dueOn, random.between(habit.days));
  return partsOf(installment.amountMinor, habit.parts).map((amountMinor, index) => {
    if (index > 0) day = addDays(day, random.between(DAYS_BETWEEN_PARTS));
    return {
      on: workingDay(day),
      policyNumber,
      money: { amountMinor, currency },
      payer,
      reference: `${policyNumber}, ${installment.number}/${installments.length}`,
      intention: 'applied',
      ...(habit.namesInstallment && { installment: installment.number }),
    };
  });
};

/** 100.01 by 0.4, 0.35, 0.25 → 40.00, 35.00, 25.01: the last pays what is left; by 0.6 alone → 60.00. */
const partsOf = (amountMinor: number, shares: readonly number[]): readonly number[] => {
  const amounts = shares.map((share) => Math.floor(amountMinor * share));
  const isWhole = shares.reduce((total, share) => total + share, 0) > 0.999;
  const left = isWhole ? amountMinor - amounts.reduce((total, amount) => total + amount, 0) : 0;
  return amounts.map((amount, index) => (index === amounts.length - 1 ? amount + left : amount));
};

const SOON: Range = [1, 3];
/** Until it is noticed that money went astray. */
const NOTICED: Range = [5, 14];
const ROUND_MINOR = 100_000;

const SLIPS: Readonly<Record<SlipKind, (transfer: Transfer, random: Random) => readonly Transfer[]>> = {
  resent: (transfer, random) => [{ ...transfer, resentOn: later(transfer, SOON, random).on }],
  again: (transfer, random) => [transfer, later(transfer, SOON, random)],
  wrongNumber: (transfer, random) => [astray(transfer), later(transfer, NOTICED, random)],
  wrongCurrency: (transfer, random) => [
    {
      ...transfer,
      money: { ...transfer.money, currency: transfer.money.currency === 'EUR' ? 'USD' : 'EUR' },
      intention: 'currencyMismatch',
    },
    later(transfer, NOTICED, random),
  ],
  tooMuch: (transfer) => [
    { ...transfer, money: { ...transfer.money, amountMinor: Math.ceil(transfer.money.amountMinor / ROUND_MINOR) * ROUND_MINOR } },
  ],
};

const later = (transfer: Transfer, days: Range, random: Random): Transfer => ({
  ...transfer,
  on: workingDay(addDays(transfer.on, random.between(days))),
});

/** The last digit is forgotten. All numbers have as many, so that it is nobody else's. */
const astray = (transfer: Transfer): Transfer => {
  const policyNumber = transfer.policyNumber.slice(0, -1);
  return { ...transfer, policyNumber, reference: policyNumber, intention: 'unknownPolicy' };
};

/** Banks book from Monday to Friday: Saturday → Monday. */
export const workingDay = (date: LocalDate): LocalDate => {
  const weekday = dayOfWeek(date);
  return weekday > 5 ? addDays(date, 8 - weekday) : date;
};
