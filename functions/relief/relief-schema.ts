import * as z from 'zod/mini';
import type { ReliefSaid } from '../../shared/domain/relief-request.ts';
import { date, id, installmentNumber, money, slices, text } from '../http/fields.ts';

/** Bodies of relief. What they mean for the policy as it stands is checked against it; these are their fields. */

const asked = { reliefId: id, reason: text(500) };

export const deferralBody = z
  .strictObject({ ...asked, installment: installmentNumber, newDueOn: date })
  .check(z.meta({ id: 'NewDeferral' }));

export const promiseBody = z.strictObject({ ...asked, promisedOn: date, amount: z.optional(money) }).check(z.meta({ id: 'NewPromise' }));

export const holdBody = z.strictObject({ ...asked, until: date }).check(z.meta({ id: 'NewHold' }));

export const agreementBody = z
  .strictObject({
    ...asked,
    installments: slices,
  })
  .check(
    z.refine(({ installments }) => new Set(installments.map((i) => i.amount.currency)).size === 1, {
      path: ['installments'],
      error: 'must be in one currency',
    }),
    z.meta({ id: 'NewAgreement' }),
  );

export const writeOffBody = z.strictObject({ ...asked, installment: z.optional(installmentNumber) }).check(z.meta({ id: 'NewWriteOff' }));

/** What is asked for, and in which currency where it has amounts. */
export interface AskedTerms {
  readonly terms: ReliefSaid;
  readonly currency?: string;
}

export const deferralTerms = ({ installment, newDueOn }: z.output<typeof deferralBody>): AskedTerms => ({
  terms: { kind: 'deferral', installment, newDueOn },
});

export const promiseTerms = ({ promisedOn, amount }: z.output<typeof promiseBody>): AskedTerms => ({
  terms: { kind: 'promise', promisedOn, ...(amount ? { amountMinor: amount.amountMinor } : {}) },
  ...(amount ? { currency: amount.currency } : {}),
});

export const holdTerms = ({ until }: z.output<typeof holdBody>): AskedTerms => ({ terms: { kind: 'hold', until } });

export function agreementTerms({ installments }: z.output<typeof agreementBody>): AskedTerms {
  const [first] = installments;
  const slices = installments.map(({ dueOn, amount }) => ({ dueOn, amountMinor: amount.amountMinor }));
  return { terms: { kind: 'agreement', slices }, ...(first ? { currency: first.amount.currency } : {}) };
}

export const writeOffTerms = ({ installment }: z.output<typeof writeOffBody>): AskedTerms => ({
  terms: { kind: 'writeOff', ...(installment === undefined ? {} : { installment }) },
});
