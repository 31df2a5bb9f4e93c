import * as z from 'zod/mini';
import type { CalendarCode } from '../../shared/domain/business-calendar.ts';
import { type PaymentPlan, planInstallments } from '../../shared/domain/installment-plan.ts';
import type { Money } from '../../shared/domain/money.ts';
import { isTimeZone } from '../../shared/domain/zone.ts';
import { date, email, id, language, money, slices, text } from '../http/fields.ts';

export const person = z
  .pipe(
    z.strictObject({ name: text(140), email, language: z.optional(language) }),
    z.transform(({ name, email, language }) => ({ name, email, ...(language ? { language } : {}) })),
  )
  .check(z.meta({ id: 'Person' }));

const fullPay = z.strictObject({ kind: z.literal('fullPay'), dueOn: date });

const EVERY_MONTHS = [1, 2, 3, 4, 6, 12] as const;

const installments = z.strictObject({
  kind: z.literal('installments'),
  count: z
    .int({ error: 'must be a whole number' })
    .check(z.minimum(2, { error: 'must be 2 or more; for one use fullPay' }), z.maximum(60, { error: 'must be 60 at most' })),
  everyMonths: z.literal(EVERY_MONTHS, { error: `must be one of ${EVERY_MONTHS.join(', ')}` }),
  firstDueOn: date,
  downPayment: z.optional(money),
});

const custom = z.strictObject({
  kind: z.literal('custom'),
  installments: slices,
});

const CALENDARS: readonly CalendarCode[] = ['UA', 'PL', 'DE', 'GB'];

const plan = z.discriminatedUnion('kind', [fullPay, installments, custom], { error: 'kind must be "fullPay", "installments" or "custom"' });

/** Body of POST /policies. What one field says of another (currencies, sums, dates) is checked after the fields themselves. */
export const policyBody = z
  .strictObject({
    policyNumber: id,
    clientId: id,
    product: text(140),
    premium: money,
    coverFrom: date,
    coverTo: date,
    paymentPlan: plan,
    participants: z.optional(z.record(z.string().check(z.minLength(1), z.maxLength(64)), person)),
    regulationId: z.optional(id),
    timeZone: z.optional(z.string().check(z.refine(isTimeZone, { error: 'must be an IANA time zone like "Europe/Kyiv"' }))),
    country: z.optional(z.enum(CALENDARS, { error: `must be a country whose business calendar is known: ${CALENDARS.join(', ')}` })),
  })
  .check(
    z.superRefine((policy, context) => {
      const fault = (path: readonly (string | number)[], message: string) => context.addIssue({ code: 'custom', path: [...path], message });
      if (policy.coverTo < policy.coverFrom) fault(['coverTo'], 'must not be before coverFrom');
      for (const path of foreignMoney(policy.paymentPlan, policy.premium))
        fault(['paymentPlan', ...path, 'currency'], 'must be the currency of the premium');
      const planned = planInstallments(paymentPlanOf(policy.paymentPlan), policy.premium.amountMinor);
      if (!planned.ok) fault(['paymentPlan', ...planned.fault.field], planned.fault.detail);
    }),
    z.meta({ id: 'NewPolicy' }),
  );

export type PolicyBody = z.output<typeof policyBody>;

function foreignMoney(plan: PolicyBody['paymentPlan'], { currency }: Money): readonly (readonly (string | number)[])[] {
  switch (plan.kind) {
    case 'fullPay':
      return [];
    case 'installments':
      return plan.downPayment && plan.downPayment.currency !== currency ? [['downPayment']] : [];
    case 'custom':
      return plan.installments.flatMap((i, index) => (i.amount.currency === currency ? [] : [['installments', index, 'amount']]));
  }
}

export function paymentPlanOf(plan: PolicyBody['paymentPlan']): PaymentPlan {
  switch (plan.kind) {
    case 'fullPay':
      return plan;
    case 'installments': {
      const { downPayment, ...rest } = plan;
      return { ...rest, ...(downPayment ? { downPaymentMinor: downPayment.amountMinor } : {}) };
    }
    case 'custom':
      return { kind: 'custom', installments: plan.installments.map(({ dueOn, amount }) => ({ dueOn, amountMinor: amount.amountMinor })) };
  }
}
