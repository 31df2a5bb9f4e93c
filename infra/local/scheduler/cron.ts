import { type FieldRange, numberIn, parseField } from './cron-field.ts';

/** A cron expression of EventBridge Scheduler: minutes hours day-of-month month day-of-week year. */
export interface Cron {
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly months: ReadonlySet<number>;
  readonly years: ReadonlySet<number>;
  readonly onDay: (day: CalendarDay) => boolean;
}

export interface CalendarDay {
  readonly day: number;
  readonly daysInMonth: number;
  /** 1 is Sunday, as AWS counts. */
  readonly dayOfWeek: number;
}

const MINUTES: FieldRange = { min: 0, max: 59 };
const HOURS: FieldRange = { min: 0, max: 23 };
const DAYS_OF_MONTH: FieldRange = { min: 1, max: 31 };
const MONTHS: FieldRange = {
  min: 1,
  max: 12,
  names: ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'],
};
const DAYS_OF_WEEK: FieldRange = { min: 1, max: 7, names: ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'] };
const YEARS: FieldRange = { min: 1970, max: 2199 };

/** Reads six fields; a RangeError says what is wrong. AWS wants `?` in exactly one of the two day fields. */
export const parseCron = (fields: string): Cron => {
  const parts = fields.trim().split(/\s+/);
  const [minutes = '', hours = '', dayOfMonth = '', month = '', dayOfWeek = '', year = ''] = parts;
  if (parts.length !== 6) throw new RangeError('a cron expression has six fields');
  if ((dayOfMonth === '?') === (dayOfWeek === '?')) throw new RangeError('exactly one of day-of-month and day-of-week is ?');
  return {
    minutes: ascending(parseField(minutes, MINUTES)),
    hours: ascending(parseField(hours, HOURS)),
    months: parseField(month, MONTHS),
    years: parseField(year, YEARS),
    onDay: dayOfMonth === '?' ? parseDayOfWeek(dayOfWeek) : parseDayOfMonth(dayOfMonth),
  };
};

const ascending = (numbers: ReadonlySet<number>): readonly number[] => [...numbers].sort((a, b) => a - b);

/** `L` is the month's last day, `LW` its last weekday, `15W` the weekday nearest to the 15th within the month. */
const parseDayOfMonth = (text: string): Cron['onDay'] => {
  if (text === 'L') return ({ day, daysInMonth }) => day === daysInMonth;
  if (text === 'LW') return (date) => date.day === nearestWeekday(date.daysInMonth, date);
  if (text.endsWith('W')) {
    const target = numberIn(text.slice(0, -1), DAYS_OF_MONTH);
    return (date) => target <= date.daysInMonth && date.day === nearestWeekday(target, date);
  }
  const days = parseField(text, DAYS_OF_MONTH);
  return ({ day }) => days.has(day);
};

/** `6L` is the month's last Friday, `6#3` its third, `L` alone Saturday. */
const parseDayOfWeek = (text: string): Cron['onDay'] => {
  if (text === 'L') return ({ dayOfWeek }) => dayOfWeek === 7;
  if (text.endsWith('L')) {
    const last = numberIn(text.slice(0, -1), DAYS_OF_WEEK);
    return ({ dayOfWeek, day, daysInMonth }) => dayOfWeek === last && day > daysInMonth - 7;
  }
  const [name = '', ordinal] = text.split('#');
  if (ordinal !== undefined) {
    const weekday = numberIn(name, DAYS_OF_WEEK);
    const week = numberIn(ordinal, { min: 1, max: 5 });
    return ({ dayOfWeek, day }) => dayOfWeek === weekday && Math.ceil(day / 7) === week;
  }
  const weekdays = parseField(text, DAYS_OF_WEEK);
  return ({ dayOfWeek }) => weekdays.has(dayOfWeek);
};

/** A Saturday moves to Friday, a Sunday to Monday, never into another month: 1st on Saturday → 3rd, 31st on Sunday → 29th. */
const nearestWeekday = (target: number, { day, dayOfWeek, daysInMonth }: CalendarDay): number => {
  const weekday = (((dayOfWeek - 1 + target - day) % 7) + 7) % 7; // 0 is Sunday
  if (weekday === 6) return target === 1 ? 3 : target - 1;
  if (weekday === 0) return target === daysInMonth ? target - 2 : target + 1;
  return target;
};
