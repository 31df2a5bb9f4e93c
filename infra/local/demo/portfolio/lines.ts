/** Lines of business: what a policy is called, how long its cover lasts, in which currencies it is sold where. */
export interface Line {
  readonly product: string;
  readonly coverMonths: number;
  /** Sold in hard currency, too: goods and liability abroad. */
  readonly abroad: boolean;
}

export const LINES = {
  CARGO: { product: 'Cargo', coverMonths: 12, abroad: true },
  MOTOR: { product: 'Fleet motor', coverMonths: 12, abroad: false },
  PROP: { product: 'Property', coverMonths: 12, abroad: false },
  LIAB: { product: 'General liability', coverMonths: 12, abroad: true },
  HEALTH: { product: 'Employee health', coverMonths: 12, abroad: false },
  CYBER: { product: 'Cyber', coverMonths: 12, abroad: true },
  CROPS: { product: 'Crops', coverMonths: 7, abroad: false },
  WORKS: { product: 'Construction works', coverMonths: 6, abroad: false },
  TRAVEL: { product: 'Business travel', coverMonths: 4, abroad: true },
} as const satisfies Readonly<Record<string, Line>>;

export type LineCode = keyof typeof LINES;

export const isLineCode = (text: string): text is LineCode => Object.hasOwn(LINES, text);
