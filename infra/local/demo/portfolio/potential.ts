import type { Random, Range } from '../random.ts';
import type { Company, Size } from './companies.ts';
import { inBody } from './plans.ts';
import { inCurrency } from './premiums.ts';

interface Bounds {
  /** In millions of UAH. */
  readonly revenue: Range;
  readonly property: Range;
  readonly employees: Range;
  readonly fleet: Range;
  readonly lines: Range;
}

/**
 * Bounds such that the default model makes P1, P2 and P3 of them. Of its points for revenue (40 %), employees (15 %), fleet
 * (15 %), property (20 %) and lines not insured yet (10 %), the least and the most:
 * large 30 + 11.25 + 7.5 + 10 + 2.5 = 61 (P1 from 60), medium 20 + 7.5 + 7.5 + 5 + 10 = 50 (P2 from 30),
 * small 10 + 3.75 + 0 + 0 + 7.5 = 21 (P3).
 */
const BOUNDS: Readonly<Record<Size, Bounds>> = {
  large: { revenue: [220, 2400], property: [60, 900], employees: [260, 1800], fleet: [22, 160], lines: [8, 11] },
  medium: { revenue: [55, 190], property: [6, 45], employees: [55, 240], fleet: [6, 45], lines: [6, 8] },
  small: { revenue: [11, 48], property: [1, 4], employees: [6, 45], fleet: [0, 4], lines: [2, 4] },
};

const MILLION_MINOR = 100_000_000;

/** What the client's system says of it: the indicators that the significance model names. New clients have no losses yet. */
export const potentialOf = ({ country, size, premiums, years }: Company, random: Random) => {
  const { revenue, property, employees, fleet, lines } = BOUNDS[size];
  const currency = country === 'UA' ? 'UAH' : 'EUR';
  const money = (millions: Range) => inBody({ amountMinor: inCurrency(random.between(millions) * MILLION_MINOR, currency), currency });
  const lossPercent = random.between(premiums === 'high' ? [8, 29] : [20, 68]);
  return {
    annualRevenue: money(revenue),
    propertyValue: money(property),
    employees: random.between(employees),
    fleetSize: random.between(fleet),
    insurableLines: random.between(lines),
    ...(years > 0 && { lossRatio: lossPercent / 100 }),
  };
};
