import type { Money } from '../../domain/money.ts';
import type { BeneficiaryAccount } from '../notice-facts.ts';

/** One transfer: what is outstanding of a policy, to the insurer's account in that currency, by the policy number. */
export interface PaymentRequest {
  readonly account: BeneficiaryAccount;
  readonly amount: Money;
  readonly policyNumber: string;
}
