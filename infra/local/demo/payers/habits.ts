import type { Range } from '../random.ts';

/** How a client pays. Days count from the due date; what doesn't fall on a working day comes on the next one. */
export type Habit = Transferring | Reacting;

export interface Transferring {
  readonly kind: 'transfers';
  readonly days: Range;
  /** Shares of an installment that are paid one after the other, 6 to 12 days apart; less than 1 in all: the rest is never paid. */
  readonly parts: readonly number[];
  /** After so many installments it pays no more. */
  readonly installments: number;
  readonly namesInstallment: boolean;
  readonly slip: Slip | null;
}

/** Pays all that is past due some days after it has learnt that cover is suspended. */
export interface Reacting {
  readonly kind: 'paysWhenSuspended';
  readonly days: Range;
}

export interface Slip {
  readonly kind: SlipKind;
  readonly probability: number;
}

/**
 * `resent`: the bank sends the same entry again. `again`: one more transfer of the same sum. `wrongNumber`, `wrongCurrency`: it
 * goes astray, and the right one follows. `tooMuch`: rounded up.
 */
export type SlipKind = 'resent' | 'again' | 'wrongNumber' | 'wrongCurrency' | 'tooMuch';

const ALL = Number.POSITIVE_INFINITY;

const transfers = (days: Range, different: Partial<Transferring> = {}): Transferring => ({
  kind: 'transfers',
  days,
  parts: [1],
  installments: ALL,
  namesInstallment: false,
  slip: null,
  ...different,
});

export const HABITS = {
  punctual: transfers([-8, -1], { slip: { kind: 'resent', probability: 0.12 } }),
  early: transfers([-28, -16]),
  bookkeeper: transfers([-6, -2], { namesInstallment: true }),
  roundsUp: transfers([-5, -1], { slip: { kind: 'tooMuch', probability: 0.5 } }),
  paysTwice: transfers([-9, -3], { slip: { kind: 'again', probability: 0.3 } }),
  slow: transfers([2, 8]),
  late: transfers([9, 15]),
  sixteenDaysLate: transfers([16, 16]),
  inParts: transfers([-4, 2], { parts: [0.4, 0.35, 0.25] }),
  paysShort: transfers([-2, 4], { parts: [0.6] }),
  careless: transfers([-5, -1], { slip: { kind: 'wrongNumber', probability: 0.4 } }),
  wrongAccount: transfers([-4, 0], { slip: { kind: 'wrongCurrency', probability: 0.5 } }),
  stops: transfers([-3, 3], { installments: 1 }),
  never: transfers([0, 0], { installments: 0 }),
  tooLate: transfers([60, 75]),
  waitsForSuspension: { kind: 'paysWhenSuspended', days: [1, 5] },
} as const satisfies Readonly<Record<string, Habit>>;

export type HabitName = keyof typeof HABITS;
