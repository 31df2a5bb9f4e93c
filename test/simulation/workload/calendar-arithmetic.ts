/** Dates for making up scenarios: ISO texts and UTC days, nothing else. */
const DAY_MS = 86_400_000;

export const plusDays = (date: string, days: number): string => isoDay(Date.parse(date) + days * DAY_MS);

export const isoDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** Noon in UTC is the same date in nearly all the world. */
export const noonOf = (date: string): number => Date.parse(`${date}T12:00:00Z`);
