import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import '../../../functions/http/fields.ts'; // sets it for all schemas

test.each<[string, z.core.$ZodType, unknown, string]>([
  ['a list for a body', z.strictObject({}), [], 'must be an object'],
  ['a name for a person', z.record(z.string(), z.strictObject({})), { clerk: 'Olena' }, 'must be an object'],
  ['a text for people', z.record(z.string(), z.string()), 'x', 'must be an object'],
  ['nothing', z.strictObject({ timeZone: z.string() }), {}, 'is missing; give a string'],
  ['a number for a list', z.array(z.string()), 5, 'must be a list'],
  ['a text for a number', z.number(), '5', 'must be a number'],
  ['a half', z.int(), 1.5, 'must be a whole number'],
  ['a text for a flag', z.boolean(), 'yes', 'must be true or false'],
])('%s', (_, schema, value, message) => {
  expect(z.safeParse(schema, value).error?.issues.map((issue) => issue.message)).toEqual([message]);
});

test('what has no cure of ours is told in English', () => {
  expect(z.safeParse(z.literal('a'), 'b').error?.issues[0]?.message).toBe('Invalid input: expected "a"');
});
