import type { Expected } from './steps.ts';

/** Where an answer is not what was expected, each in words; empty: it is. Fields that nobody expects are free. */
export function differences(expected: Expected, seen: unknown, at = ''): readonly string[] {
  if (typeof expected !== 'object') return expected === seen ? [] : [`${at || 'answer'} is ${shown(seen)}, not ${shown(expected)}`];
  if (typeof seen !== 'object' || seen === null) return [`${at || 'answer'} is ${shown(seen)}`];
  const fields = new Map<string, unknown>(Object.entries(seen));
  return Object.entries(expected).flatMap(([field, value]) => differences(value, fields.get(field), `${at}/${field}`));
}

const shown = (value: unknown): string => (value === undefined ? 'missing' : JSON.stringify(value));
