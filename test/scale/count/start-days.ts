import { fieldsOf, type LocalDate } from '../../../shared/domain/local-date.ts';
import { FIFTEENTH, FIRST_OF_MONTH, START_MONTHS, YEAR } from '../data/assumptions.ts';
import { DAYS, dayOf } from './window.ts';

/** Fine enough for the least likely day of a year: a day of December is two thousandths of it. */
const TICKETS = 100_000;
const THOUSAND = 1_000;

/** Days of the year by number, each as often as cover begins on it: an even draw of one of them. */
export function startDays(): Uint16Array {
  const days = Array.from({ length: DAYS }, (_, day) => day);
  return Uint16Array.from(days.flatMap((day) => new Array<number>(Math.round(likelihood(dayOf(day)) * TICKETS)).fill(day)));
}

/** January has 190 of 1,000; its 1st 350 of 1,000 of that, its 15th 120, each of the other 29 days a 29th of the remaining 530. */
export function likelihood(on: LocalDate): number {
  const { month, day } = fieldsOf(on);
  const ofMonth = (START_MONTHS[month - 1] ?? 0) / THOUSAND;
  const others = new Date(Date.UTC(YEAR, month, 0)).getUTCDate() - 2;
  const ofDay = day === 1 ? FIRST_OF_MONTH : day === 15 ? FIFTEENTH : (THOUSAND - FIRST_OF_MONTH - FIFTEENTH) / others;
  return (ofMonth * ofDay) / THOUSAND;
}
