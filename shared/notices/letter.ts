import type { Language } from '../domain/regulation.ts';

/** A message in words, before it is text or HTML: both say the same because both are made of this. */
export interface Letter {
  readonly language: Language;
  readonly tone: Tone;
  readonly from: string;
  readonly subject: string;
  readonly heading: string;
  readonly greeting: string;
  readonly lead: string;
  /** For a participant: what is expected of him, or what is being done; the links to the pages of his tasks follow. */
  readonly actions: readonly Section[];
  readonly links: readonly Link[];
  readonly sections: readonly Section[];
  readonly codes: readonly LetterCode[];
  /** What comes next if nothing is paid. */
  readonly warning?: string;
  readonly closing: readonly string[];
  readonly contact?: { readonly label: string; readonly name: string; readonly email: string };
  readonly regards: string;
  readonly footer: string;
}

export interface Link {
  readonly label: string;
  readonly url: string;
}

/** How grave it is; shown as a colour. */
export type Tone = 'calm' | 'urgent' | 'grave' | 'good';

export interface Section {
  readonly title: string;
  readonly note?: string;
  /** Rows that belong together: one installment, one action, one account. */
  readonly groups: readonly (readonly Row[])[];
  readonly listing?: Listing;
}

/** Several installments at a glance: a line of a table each, and what they come to. */
export interface Listing {
  /** Names of the two columns. */
  readonly heads: readonly [name: string, amount: string];
  readonly entries: readonly Entry[];
  readonly totals: readonly Row[];
}

export interface Entry {
  readonly name: string;
  readonly notes: readonly Row[];
  readonly amount: string;
}

export interface Row {
  readonly label: string;
  readonly value: string;
  /** What the eye should find first. */
  readonly strong?: true;
}

/** A picture to scan that travels with the message, and for phones the link that does the same. */
export interface LetterCode {
  readonly cid: string;
  readonly caption: string;
  readonly link?: Link;
}
