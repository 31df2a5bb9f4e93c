import type { FindPolicies } from '../domain/policy-number-match.ts';

/** Policies by the key of their number (policyNumberKey), for finding them in what payers write. Kept by the store of policies. */
export interface PolicyNumberIndex {
  /** Consistent: a policy opened a moment ago is found. */
  readonly find: FindPolicies;
}
