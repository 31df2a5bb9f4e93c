import { addDays, daysBetween, type LocalDate, localDate } from '../../../shared/domain/local-date.ts';
import { YEAR } from '../data/assumptions.ts';

/** The year that is counted, in UTC: minutes and local days of it by number. A day outside has a number that is outside, too. */
export const FIRST_DAY = localDate(`${YEAR}-01-01`);
export const DAYS = daysBetween(FIRST_DAY, localDate(`${YEAR + 1}-01-01`));
export const MINUTES = DAYS * 24 * 60;
export const START_MS = Date.parse(`${YEAR}-01-01T00:00:00Z`);

export const dayNumber = (on: LocalDate): number => daysBetween(FIRST_DAY, on);

export const dayOf = (number: number): LocalDate => addDays(FIRST_DAY, number);

export const minuteOf = (instantMs: number): number => (instantMs - START_MS) / 60_000;

export const instantAt = (minute: number): number => START_MS + minute * 60_000;
