import type { $ZodErrorMap } from 'zod/v4/core';
import en from 'zod/v4/locales/en.js';

const A: Readonly<Record<string, string>> = {
  object: 'an object',
  record: 'an object',
  array: 'a list',
  string: 'a string',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
};

const english = en().localeError;

/** What a field must be, where its schema does not say it itself: 'must be an object', 'is missing; give a string'. */
export const cureOf: $ZodErrorMap = (issue) => {
  const wanted = issue.code === 'invalid_type' ? A[issue.expected] : undefined;
  if (wanted === undefined) return english(issue);
  return issue.input === undefined ? `is missing; give ${wanted}` : `must be ${wanted}`;
};
