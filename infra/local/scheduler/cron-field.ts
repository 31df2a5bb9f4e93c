/** Numbers a cron field names: `*`, `5`, `1-5`, `MON-FRI`, `0/15`, `1-31/7`, `1,15`. Special letters (L, W, #) are read by cron.ts before. */
export interface FieldRange {
  readonly min: number;
  readonly max: number;
  /** Names of the numbers from `min` up: JAN is 1, SUN is 1. */
  readonly names?: readonly string[];
}

export const parseField = (text: string, range: FieldRange): ReadonlySet<number> => {
  const numbers = new Set<number>();
  for (const part of text.split(',')) {
    const { from, to, step } = parsePart(part, range);
    for (let number = from; number <= to; number += step) numbers.add(number);
  }
  return numbers;
};

const parsePart = (part: string, range: FieldRange) => {
  const [span = '', stepText, ...rest] = part.split('/');
  if (rest.length > 0) throw new RangeError(`"${part}" has two steps`);
  const step = stepText === undefined ? 1 : wholeNumber(stepText, part);
  if (step < 1) throw new RangeError(`"${part}" has no step`);
  if (span === '*') return { from: range.min, to: range.max, step };
  const [first = '', last, ...more] = span.split('-');
  if (more.length > 0) throw new RangeError(`"${part}" is not a range`);
  const from = numberIn(first, range);
  // 5/10 begins at 5 and goes on to the end of the range; 5 alone is 5
  const to = last === undefined ? (stepText === undefined ? from : range.max) : numberIn(last, range);
  if (to < from) throw new RangeError(`"${part}" ends before it begins`);
  return { from, to, step };
};

export const numberIn = (text: string, range: FieldRange): number => {
  const named = range.names?.indexOf(text.toUpperCase()) ?? -1;
  const value = named >= 0 ? range.min + named : wholeNumber(text, text);
  if (value < range.min || value > range.max) throw new RangeError(`"${text}" is not between ${range.min} and ${range.max}`);
  return value;
};

const wholeNumber = (text: string, inside: string): number => {
  if (!/^\d{1,4}$/.test(text)) throw new RangeError(`"${inside}" is not a number that a cron field knows`);
  return Number(text);
};
