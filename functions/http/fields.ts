import * as z from 'zod/mini';
import { exponentOf } from '../../shared/domain/currency.ts';
import { type LocalDate, parseLocalDate } from '../../shared/domain/local-date.ts';
import { type Money, parseAmount } from '../../shared/domain/money.ts';
import { cureOf } from './cure-of.ts';

z.config({ localeError: cureOf }); // what has no message of its own

/** The contract's fields, each checked and turned into the domain's types. Messages say the cure. */

/** 1–64 characters of any script; no control characters, no broken surrogates (they are not UTF-8). */
export const isId = (text: string): boolean =>
  text.length <= 128 && [...text].length >= 1 && [...text].length <= 64 && !/\p{Cc}|\p{Cs}/u.test(text);

export const id = z
  .string({ error: 'must be a string' })
  .check(z.refine(isId, { error: 'must have 1–64 characters and no control characters' }), z.meta({ minLength: 1, maxLength: 64 }));

/** Free text: one line, so that it can stand in a mail's subject. */
export const text = (longest: number) =>
  z.string({ error: 'must be a string' }).check(
    z.refine((t) => t.trim().length > 0, { error: 'must not be empty' }),
    z.refine((t) => [...t].length <= longest, { error: `must have ${longest} characters at most` }),
    z.refine((t) => !/\p{Cc}|\p{Cs}/u.test(t), { error: 'must have no control characters' }),
    z.meta({ minLength: 1, maxLength: longest }),
  );

export const date = z
  .pipe(
    z.string({ error: 'must be a date, YYYY-MM-DD' }).check(
      z.refine((t) => parseLocalDate(t) !== undefined, { error: 'must be a date of the calendar, YYYY-MM-DD' }),
      z.refine((t) => t >= '1990-01-01' && t < '2200-01-01', { error: 'must be from 1990 to 2199' }), // plans and graces reckon on from it
    ),
    z.transform((t) => t as LocalDate),
  )
  .check(z.meta({ type: 'string', format: 'date', example: '2026-12-01' }));

const AMOUNT_FAULTS = {
  unknownCurrency: 'is not an active ISO 4217 currency',
  notANumber: 'must be a decimal string like "1250.00": digits, a point, no sign, no spaces',
  tooManyDecimals: 'has more decimals than the currency',
  tooLarge: 'is too large',
} as const;

/** `{ amount: "1250.00", currency: "UAH" }` → minor units, exactly; above zero. */
export const money = z
  .pipe(
    z.strictObject(
      {
        amount: z
          .string({ error: 'must be a decimal string like "1250.00"' })
          .check(z.meta({ pattern: '^[0-9]+([.][0-9]+)?$', examples: ['1250.00'] })),
        currency: z.string({ error: 'must be an ISO 4217 code' }).check(z.meta({ pattern: '^[A-Z]{3}$', examples: ['UAH'] })),
      },
      { error: 'must be { "amount": "1250.00", "currency": "UAH" }' },
    ),
    z.transform(({ amount, currency }, context): Money => {
      const fault = (field: 'amount' | 'currency', message: string) => {
        context.issues.push({ code: 'custom', path: [field], message, input: context.value });
        return z.NEVER;
      };
      const parsed = parseAmount(amount, currency);
      if (!parsed.ok) {
        const decimals = parsed.reason === 'tooManyDecimals' ? ` (${currency} has ${exponentOf(currency)})` : '';
        return fault(parsed.reason === 'unknownCurrency' ? 'currency' : 'amount', AMOUNT_FAULTS[parsed.reason] + decimals);
      }
      return parsed.amountMinor === 0 ? fault('amount', 'must be more than zero') : { amountMinor: parsed.amountMinor, currency };
    }),
  )
  .check(z.meta({ id: 'Money' }));

export const email = z.email({ error: 'must be an e-mail address' }).check(z.maxLength(254, { error: 'must have 254 characters at most' }));

export const language = z.enum(['en', 'uk', 'ru'], { error: 'must be "en", "uk" or "ru"' });

export const installmentNumber = z
  .int({ error: 'must be a whole number' })
  .check(z.minimum(1, { error: 'installments are numbered from 1' }), z.maximum(1000, { error: 'must be 1000 at most' }));

/** Installments written one by one: a custom plan, an agreement. */
export const slices = z
  .array(z.strictObject({ dueOn: date, amount: money }), {
    error: 'must be a list of 1 to 60 like { "dueOn": "2026-12-01", "amount": { "amount": "1250.00", "currency": "UAH" } }',
  })
  .check(z.minLength(1, { error: 'must have an installment' }), z.maxLength(60, { error: 'must have 60 at most' }));
