/** An invariant of the design that did not hold. */
export interface Finding {
  /** Its number in the design. */
  readonly invariant: number;
  readonly what: string;
}

/** Where checks write what they find. */
export type Report = (invariant: number, what: string) => void;

/** Text of a value, for a finding. */
export const told = (value: unknown): string => JSON.stringify(value, (_, v) => (typeof v === 'bigint' ? Number(v) : v));
