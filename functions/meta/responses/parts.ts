import * as z from 'zod';

/** Parts of what is answered. They describe; what is answered is made by the presenters, and a test holds both together. */
export const id = z.string().min(1).max(64);

export const date = z.string().meta({ format: 'date', examples: ['2026-12-01'] });

export const instant = z.string().meta({ format: 'date-time', examples: ['2026-11-22T08:00:00Z'] });

export const self = z
  .string()
  .meta({ description: 'Path of what is shown, ready to be called', examples: ['/policies/CARGO-2026-000123'] });

export const by = z.string().meta({ description: "The token's subject, the participant of a signed link, or `system`" });

export const amount = z
  .object({
    amount: z.string().regex(/^-?\d+(\.\d+)?$/),
    currency: z.string().regex(/^[A-Z]{3}$/),
  })
  .meta({
    id: 'Amount',
    description: 'Decimal text with the decimals of its ISO 4217 currency',
    examples: [{ amount: '1250.00', currency: 'UAH' }],
  });

export const significanceClass = z.enum(['A', 'B', 'C']);

export const placement = z
  .object({ class: significanceClass, potentialBand: z.enum(['P1', 'P2', 'P3']), resultBand: z.enum(['F1', 'F2', 'F3']) })
  .meta({ id: 'Placement' });

export const person = z.object({ name: z.string(), email: z.string(), language: z.enum(['en', 'uk', 'ru']).optional() });

/** A page of a list. */
export const pageOf = (item: z.core.$ZodType) =>
  z.object({
    items: z.array(item),
    cursor: z.string().optional().meta({ description: 'Send it back for the next page; absent on the last' }),
  });
