import { addDays, daysBetween, localDate } from '../../../shared/domain/local-date.ts';
import { CLASSES, MARKETS, YEAR } from '../data/assumptions.ts';
import { CHECKPOINTS, installmentDays } from './installment-days.ts';
import { dayNumber } from './window.ts';

/** No day. */
export const NONE = -30_000;

/** The days of an installment by where and for whom it is due: its checkpoints, then by checkpoint its late tasks. */
export interface CheckpointTable {
  readonly days: Int16Array;
  /** Where an installment's days begin. */
  place(dueDay: number, zone: number, significance: number): number;
}

const FIRST_DUE = localDate(`${YEAR - 1}-01-01`);
const DUE_DAYS = daysBetween(FIRST_DUE, localDate(`${YEAR + 2}-01-01`));
const WIDTH = 2 * CHECKPOINTS;

/** Days depend on the due date, the country and the class alone: all that there are are dated once, 1,096 × 4 × 3. */
export function checkpointTable(): CheckpointTable {
  const ahead = -dayNumber(FIRST_DUE);
  const place = (dueDay: number, zone: number, significance: number) =>
    (((dueDay + ahead) * MARKETS.length + zone) * CLASSES.length + significance) * WIDTH;
  const days = new Int16Array(DUE_DAYS * MARKETS.length * CLASSES.length * WIDTH).fill(NONE);
  for (let due = 0; due < DUE_DAYS; due++) {
    const dueOn = addDays(FIRST_DUE, due);
    MARKETS.forEach(([{ country }], zone) => {
      CLASSES.forEach(([significance], index) => {
        const at = place(due - ahead, zone, index);
        const { checkpoints, lateTasks } = installmentDays({ dueOn, country, significance });
        days.set(checkpoints.map(dayNumber), at);
        days.set(
          lateTasks.map((on) => (on ? dayNumber(on) : NONE)),
          at + CHECKPOINTS,
        );
      });
    });
  }
  return { days, place };
}
