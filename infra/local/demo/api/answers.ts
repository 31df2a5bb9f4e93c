import * as z from 'zod';
import { localDate } from '../../../../shared/domain/local-date.ts';
import { type Money, parseAmount } from '../../../../shared/domain/money.ts';

/** The parts of the API's answers that the demo reads. */

const ZERO = /^0(\.0+)?$/;

const money = z.object({ amount: z.string(), currency: z.string() }).transform(({ amount, currency }, context): Money => {
  if (ZERO.test(amount)) return { amountMinor: 0, currency };
  const parsed = parseAmount(amount, currency);
  if (parsed.ok) return { amountMinor: parsed.amountMinor, currency };
  context.addIssue({ code: 'custom', message: `${amount} ${currency}: ${parsed.reason}` });
  return z.NEVER;
});

const date = z.string().transform(localDate);

export const TOKEN = z.object({ access_token: z.string() });
export const PAGE = z.object({ items: z.array(z.unknown()), cursor: z.string().optional() });

export const POLICY = z.object({
  self: z.string(),
  policyNumber: z.string(),
  clientId: z.string(),
  premium: money,
  status: z.enum(['active', 'suspended', 'lapsed', 'cancelled', 'completed']),
  installments: z.array(z.object({ number: z.number(), dueOn: date, amount: money, covered: money, outstanding: money })),
  standing: z.object({ received: money, outstanding: money, pastDue: money, excessCredit: money }),
});
export type PolicyAnswer = z.output<typeof POLICY>;

export const PAYMENT = z.object({
  paymentId: z.string(),
  status: z.enum(['applied', 'suspense', 'reversed']),
  reason: z.string().optional(),
  amount: money,
});
export type PaymentAnswer = z.output<typeof PAYMENT>;

const SIGNIFICANCE_CLASS = z.enum(['A', 'B', 'C']);

/** Of an entry of a timeline: those that the demo counts or tells; the others are there, too. */
export const TIMELINE_ENTRY = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('payment'), at: z.string(), paymentId: z.string(), amount: money, status: z.string(), receivedOn: date }),
  z.object({
    kind: z.literal('checkpoint'),
    at: z.string(),
    outcome: z.string(),
    actions: z.array(z.string()),
    inputs: z.object({ conditions: z.object({ class: SIGNIFICANCE_CLASS }) }),
  }),
  z.object({
    kind: z.literal('notice'),
    at: z.string(),
    noticeKind: z.string(),
    audience: z.string(),
    state: z.string(),
    messageId: z.string().optional(),
  }),
  z.object({ kind: z.literal('status'), at: z.string(), status: z.string().optional() }),
  z.object({ kind: z.literal('task'), at: z.string(), happened: z.string(), action: z.string().optional() }),
  z.object({ kind: z.enum(['opened', 'reversal', 'relief', 'migration']), at: z.string() }),
]);
export type TimelineEntry = z.output<typeof TIMELINE_ENTRY>;

export const REGULATION = z.object({ actions: z.array(z.object({ code: z.string(), kind: z.string(), title: z.string() })) });
export type ActionAnswer = z.output<typeof REGULATION>['actions'][number];

export const SIGNIFICANCE_MATRIX = z.object({
  cells: z.array(
    z.object({
      potentialBand: z.enum(['P1', 'P2', 'P3']),
      resultBand: z.enum(['F1', 'F2', 'F3']),
      class: SIGNIFICANCE_CLASS,
      clients: z.number(),
    }),
  ),
});
export type CellAnswer = z.output<typeof SIGNIFICANCE_MATRIX>['cells'][number];

export const EVENTS = z.object({
  items: z.array(z.object({ 'detail-type': z.string(), detail: z.object({ eventId: z.string() }) })),
});

export const DEAD_LETTERS = z.object({ items: z.array(z.unknown()) });

export const MAILBOX = z.object({ emails: z.array(z.unknown()) });
