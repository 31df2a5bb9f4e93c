import type { Money } from './money.ts';
import type { Language, SignificanceClass } from './regulation.ts';

/** Policyholder; mostly a legal entity. */
export interface Client {
  readonly clientId: string;
  readonly name: string;
  readonly kind: 'legalEntity' | 'individual';
  readonly email: string;
  readonly language: Language;
  readonly timeZone: string;
  /** Indicators by name, for the significance model; those it doesn't name are kept and ignored. */
  readonly potential: Readonly<Record<string, Given>>;
  readonly significance?: ClientSignificance;
}

/** Money and numbers can be scored; texts and flags, such as a region, are kept for who told them. */
export type Given = Money | number | string | boolean;

export interface ClientSignificance {
  readonly class: SignificanceClass;
  readonly potentialBand: 'P1' | 'P2' | 'P3';
  readonly resultBand: 'F1' | 'F2' | 'F3';
  readonly assignedAt: string;
}
