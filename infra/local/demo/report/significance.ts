import Table from 'cli-table3';
import { formatAmount } from '../../../../shared/domain/money.ts';
import type { CellAnswer } from '../api/answers.ts';
import type { EqualPayments } from '../books/equal-payments.ts';
import { PLAIN } from './plain-table.ts';

const POTENTIAL = { P1: 'P1 high potential', P2: 'P2', P3: 'P3 low potential' } as const;
const RESULTS = { F1: 'F1 high results', F2: 'F2', F3: 'F3 low results' } as const;

/** How many clients are in each cell, and the class of it: '5 × A'. */
export const matrixTable = (cells: readonly CellAnswer[]): string => {
  const table = new Table({ head: ['clients by significance', ...Object.values(RESULTS)], ...PLAIN });
  for (const [potentialBand, title] of Object.entries(POTENTIAL)) {
    const row = cells.filter((cell) => cell.potentialBand === potentialBand);
    const shown = Object.keys(RESULTS).map((band) => row.find(({ resultBand }) => resultBand === band));
    table.push([title, ...shown.map((cell) => (cell ? `${cell.clients} × ${cell.class}` : ''))]);
  }
  return table.toString();
};

export const equalPaymentsText = ({ amount, dueOn, paidOn, courses }: EqualPayments): string =>
  [
    `Two equal late payments, ${formatAmount(amount)} ${amount.currency} due on ${dueOn} and paid on ${paidOn}:`,
    ...courses.map(
      ({ policy, class: significance, steps }) => `  ${policy.policyNumber}, client of class ${significance}: ${steps.join('; ')}`,
    ),
  ].join('\n');
