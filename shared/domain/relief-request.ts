import type { LocalDate } from './local-date.ts';
import type { Slice } from './relief.ts';

/** What is asked for. A deferral that follows from a conversation may leave its date to who approves it. */
export type ReliefTerms =
  | { readonly kind: 'deferral'; readonly installment: number; readonly newDueOn?: LocalDate }
  | { readonly kind: 'promise'; readonly promisedOn: LocalDate; readonly amountMinor?: number }
  | { readonly kind: 'hold'; readonly until: LocalDate }
  | { readonly kind: 'agreement'; readonly slices: readonly Slice[] };

export interface ReliefAsked {
  readonly reliefId: string;
  readonly reason: string;
  readonly terms: ReliefTerms;
  /** Digest of what the caller said, by which a replay is known. */
  readonly fingerprint?: string;
}

/** Beyond authority: it waits for the approver, and changes nothing until then. */
export interface ReliefRequest extends ReliefAsked {
  readonly status: 'pending' | 'declined';
  /** The approval. */
  readonly taskId: string;
}
