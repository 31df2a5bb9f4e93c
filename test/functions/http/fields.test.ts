import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { date, email, id, installmentNumber, money, slices, text } from '../../../functions/http/fields.ts';
import { splitBody } from '../../../functions/ledger/move-schemas.ts';

const uah = (amount: string, currency = 'UAH') => ({ amount, currency });

/** Path and message of each fault. */
const faultsOf = (schema: z.core.$ZodType, value: unknown) => {
  const { error } = z.safeParse(schema, value);
  return error?.issues.map((issue) => [issue.path.join('/'), issue.message]);
};

test.each([
  ['an id', id, '', '', 'must have 1–64 characters and no control characters'],
  ['no text', id, 7, '', 'must be a string'],
  ['two lines', text(10), 'a\nb', '', 'must have no control characters'],
  ['spaces', text(10), '  ', '', 'must not be empty'],
  ['a day that is none', date, '2026-02-30', '', 'must be a date of the calendar, YYYY-MM-DD'],
  ['a day of long ago', date, '1989-12-31', '', 'must be from 1990 to 2199'],
  ['no money', money, 'a lot', '', 'must be { "amount": "1250.00", "currency": "UAH" }'],
  ['a number for an amount', money, { amount: 5, currency: 'UAH' }, 'amount', 'must be a decimal string like "1250.00"'],
  ['nothing', money, uah('0.00'), 'amount', 'must be more than zero'],
  ['a currency that is none', money, uah('1.00', 'XXX'), 'currency', 'is not an active ISO 4217 currency'],
  ['three decimals', money, uah('1.005'), 'amount', 'has more decimals than the currency (UAH has 2)'],
  ['no address', email, 'cfo', '', 'must be an e-mail address'],
  ['a half', installmentNumber, 1.5, '', 'must be a whole number'],
  ['installment 1001', installmentNumber, 1001, '', 'must be 1000 at most'],
  [
    'no installments',
    slices,
    undefined,
    '',
    'must be a list of 1 to 60 like { "dueOn": "2026-12-01", "amount": { "amount": "1250.00", "currency": "UAH" } }',
  ],
  [
    'a split without parts',
    splitBody,
    {},
    'parts',
    'must be a list of 2 to 10 parts like { "policyNumber": "…", "amount": { "amount": "1250.00", "currency": "UAH" } }',
  ],
  ['installment 0', installmentNumber, 0, '', 'installments are numbered from 1'],
])('%s is refused, and the message says the cure', (_, schema, value, path, message) => {
  expect(faultsOf(schema, value)).toEqual([[path, message]]);
});

test('what has no message of its own is said in words, too', () => {
  expect(faultsOf(z.strictObject({ price: money }), null)).toEqual([['', 'must be an object']]);
});

test('money becomes minor units, a date stays as it is', () => {
  expect(z.parse(z.strictObject({ price: money, on: date }), { price: uah('1250.5'), on: '2026-12-01' })).toEqual({
    price: { amountMinor: 125_050, currency: 'UAH' },
    on: '2026-12-01',
  });
});
