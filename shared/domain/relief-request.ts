import type { LocalDate } from './local-date.ts';
import type { Slice, WrittenOff } from './relief.ts';

/** What is asked for. A deferral that follows from a conversation may leave its date to who approves it. */
export type ReliefTerms =
  | { readonly kind: 'deferral'; readonly installment: number; readonly newDueOn?: LocalDate }
  | { readonly kind: 'promise'; readonly promisedOn: LocalDate; readonly amountMinor?: number }
  | { readonly kind: 'hold'; readonly until: LocalDate }
  | { readonly kind: 'agreement'; readonly slices: readonly Slice[] }
  | WriteOffTerms;

/** As much of each installment at most: what comes in before the approval is not written off. */
export interface WriteOffTerms {
  readonly kind: 'writeOff';
  readonly shares: readonly WrittenOff[];
}

/** As a caller says it. How much is written off follows from what is outstanding at that moment, not from what he knew. */
export type ReliefSaid = Exclude<ReliefTerms, WriteOffTerms> | { readonly kind: 'writeOff'; readonly installment?: number };

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
