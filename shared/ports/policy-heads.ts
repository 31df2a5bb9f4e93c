import type { PolicyHead } from './policy-store.ts';

export interface PolicyHeads {
  /** Those that exist, in the order given; 33 policies a request, consistent. */
  many(policyNumbers: readonly string[]): Promise<readonly PolicyHead[]>;
}
