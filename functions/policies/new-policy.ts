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
