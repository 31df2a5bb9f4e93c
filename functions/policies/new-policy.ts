import { createHash } from 'node:crypto';
import type { CalendarCode } from '../../shared/domain/business-calendar.ts';
import { planInstallments } from '../../shared/domain/installment-plan.ts';
import type { NewPolicy } from '../../shared/usecases/open-policy.ts';
import { type PolicyBody, paymentPlanOf } from './policy-schema.ts';

interface Defaults {
  readonly timeZone: string;
  readonly country: CalendarCode;
}

const BUILT_IN_REGULATION = 'premium-control';

/** A checked body → what the use case opens; what it leaves out is the stage's default. */
export function newPolicyOf(body: PolicyBody, defaults: Defaults): NewPolicy {
  const planned = planInstallments(paymentPlanOf(body.paymentPlan), body.premium.amountMinor);
  if (!planned.ok) throw new Error('a plan was not checked before it was used');
  return {
    policyNumber: body.policyNumber,
    clientId: body.clientId,
    product: body.product,
    premium: body.premium,
    coverFrom: body.coverFrom,
    coverTo: body.coverTo,
    installments: planned.installments,
    participants: body.participants ?? {},
    regulationId: body.regulationId ?? BUILT_IN_REGULATION,
    timeZone: body.timeZone ?? defaults.timeZone,
    country: body.country ?? defaults.country,
  };
}

/** Digest of what was said, parsed: "10.5" and "10.50" are the same fact, and so is any order of fields. */
export const fingerprintOf = (body: PolicyBody): string =>
  createHash('sha256')
    .update(JSON.stringify(sorted(body)))
    .digest('base64url');

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
