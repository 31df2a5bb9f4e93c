import type { Indicator, MoneyIndicator, PlainIndicator, SignificanceModel, Threshold } from './model.ts';

/**
 * What an insurer can start from and then make its own: amounts fit a Ukrainian insurer of companies, head counts are the
 * EU's size classes (10, 50, 250). Without a class a policy is served as B: grace 10 days and letters, as the regulation has it.
 */

/** '0:0 10:25 50:50': from 0 no points, from 10 twenty-five. */
const scale = (text: string): readonly Threshold[] =>
  text.split(' ').map((pair) => {
    const [from, points] = pair.split(':').map(Number);
    return { from: from ?? 0, points: points ?? 0 };
  });

type Common = Pick<Indicator, 'code' | 'title' | 'source' | 'weight' | 'missing' | 'thresholds'>;

const inUah = (common: Common): MoneyIndicator => ({ ...common, unit: 'money', currency: 'UAH', direction: 'higherIsBetter' });

const plain = (unit: PlainIndicator['unit'], common: Common): PlainIndicator => ({ ...common, unit, direction: 'higherIsBetter' });

const POTENTIAL: readonly Indicator[] = [
  inUah({
    code: 'annualRevenue',
    title: 'Annual revenue',
    source: 'client',
    weight: 40,
    missing: 'zero',
    thresholds: scale('0:0 10000000:25 50000000:50 200000000:75 1000000000:100'),
  }),
  plain('count', {
    code: 'employees',
    title: 'Employees',
    source: 'client',
    weight: 15,
    missing: 'ignore',
    thresholds: scale('0:0 10:25 50:50 250:75 1000:100'),
  }),
  plain('count', {
    code: 'fleetSize',
    title: 'Vehicles that could be insured',
    source: 'client',
    weight: 15,
    missing: 'ignore',
    thresholds: scale('0:0 5:25 20:50 50:75 100:100'),
  }),
  inUah({
    code: 'propertyValue',
    title: 'Property that could be insured',
    source: 'client',
    weight: 20,
    missing: 'ignore',
    thresholds: scale('0:0 5000000:25 50000000:50 250000000:75 1000000000:100'),
  }),
  plain('count', {
    code: 'uninsuredLines',
    title: 'Insurable lines not insured with us',
    source: 'computed',
    weight: 10,
    missing: 'neutral',
    thresholds: scale('0:0 1:25 2:50 3:75 5:100'),
  }),
];

const RESULTS: readonly Indicator[] = [
  inUah({
    code: 'premiumsReceived12m',
    title: 'Premiums received in the last 12 months',
    source: 'computed',
    weight: 35,
    missing: 'zero',
    thresholds: scale('0:0 50000:20 200000:40 500000:60 1200000:80 5000000:100'),
  }),
  plain('count', {
    code: 'activePolicies',
    title: 'Active policies',
    source: 'computed',
    weight: 10,
    missing: 'zero',
    thresholds: scale('0:0 1:25 3:50 5:75 10:100'),
  }),
  plain('count', {
    code: 'activeLines',
    title: 'Active lines',
    source: 'computed',
    weight: 15,
    missing: 'zero',
    thresholds: scale('0:0 1:25 2:50 3:75 5:100'),
  }),
  plain('years', {
    code: 'yearsWithUs',
    title: 'Years with us',
    source: 'computed',
    weight: 10,
    missing: 'zero',
    thresholds: scale('0:0 1:25 3:50 5:75 10:100'),
  }),
  plain('ratio', {
    code: 'paymentDiscipline',
    title: 'Payment discipline',
    source: 'computed',
    weight: 20,
    missing: 'neutral',
    thresholds: scale('0:0 0.5:25 0.8:50 0.9:75 0.98:100'),
  }),
  {
    code: 'lossRatio',
    title: 'Loss ratio',
    source: 'client',
    unit: 'ratio',
    direction: 'lowerIsBetter',
    weight: 10,
    missing: 'ignore',
    thresholds: scale('0:100 0.3:75 0.5:50 0.7:25 1:0'),
  },
];

export const DEFAULT_MODEL: SignificanceModel = {
  potential: { indicators: POTENTIAL, bands: { P1: 60, P2: 30, P3: 0 } },
  results: { indicators: RESULTS, bands: { F1: 70, F2: 40, F3: 0 } },
  matrix: { P1: { F1: 'A', F2: 'A', F3: 'B' }, P2: { F1: 'A', F2: 'B', F3: 'C' }, P3: { F1: 'B', F2: 'C', F3: 'C' } },
  conditions: {
    A: {
      graceDays: 20,
      reminders: 'personal',
      maxDeferralDays: 30,
      deferralsPerYear: 3,
      maxPromiseDays: 14,
      maxHoldDays: 30,
      agreementsWithoutApproval: true,
      approverRole: 'headOfSales',
    },
    B: {
      graceDays: 10,
      reminders: 'standard',
      maxDeferralDays: 14,
      deferralsPerYear: 2,
      maxPromiseDays: 10,
      maxHoldDays: 14,
      agreementsWithoutApproval: false,
      approverRole: 'headOfSales',
    },
    C: {
      graceDays: 10,
      reminders: 'standard',
      maxDeferralDays: 7,
      deferralsPerYear: 1,
      maxPromiseDays: 5,
      maxHoldDays: 7,
      agreementsWithoutApproval: false,
      approverRole: 'headOfSales',
    },
  },
  defaultClass: 'B',
  rates: { UAH: '1', USD: '42', EUR: '49' },
  hysteresis: { marginPoints: 3, reassessments: 2 },
  lowering: { needsApproval: false },
};
