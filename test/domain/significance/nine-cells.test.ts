import { expect, test } from 'vitest';
import { assess } from '../../../shared/domain/significance/assess.ts';
import { DEFAULT_MODEL } from '../../../shared/domain/significance/default-model.ts';
import type { ClientFacts } from '../../../shared/domain/significance/reading.ts';
import { uah } from './clients.ts';

/*
 * The default model, by hand. Points are those of the last threshold reached, in brackets; then weight × points.
 *
 * Potential   revenue 40 %    employees 15 %  fleet 15 %   property 20 %   uninsured lines 10 %   score
 * high        300 M   [75]    300     [75]    60   [75]    300 M   [75]    2            [50]
 *                     3000            1125         1125            1500                  500      72.50 ≥ 60 → P1
 * middle      60 M    [50]    40      [25]    20   [50]    6 M     [25]    1            [25]
 *                     2000             375          750             500                  250      38.75 ≥ 30 → P2
 * low         12 M    [25]    8       [0]     5    [25]    0       [0]     0            [0]
 *                     1000               0          375               0                    0      13.75 < 30 → P3
 *
 * Results     premiums 35 %   policies 10 %   lines 15 %   years 10 %   discipline 20 %   losses 10 %   score
 * high        1.5 M   [80]    4       [50]    3    [75]    5    [75]    1.00   [100]      0.2   [100]
 *                     2800             500         1125          750            2000             1000   81.75 ≥ 70 → F1
 * middle      500 k   [60]    2       [25]    2    [50]    3    [50]    0.90   [75]       0.6   [50]
 *                     2100             250          750          500            1500              500   56.00 ≥ 40 → F2
 * low         40 k    [0]     1       [25]    1    [25]    0    [0]     0.50   [25]       0.8   [25]
 *                        0             250          375            0             500              250   13.75 < 40 → F3
 */
const POTENTIAL = {
  high: { annualRevenue: uah(300_000_000), employees: 300, fleetSize: 60, propertyValue: uah(300_000_000), uninsured: 2 },
  middle: { annualRevenue: uah(60_000_000), employees: 40, fleetSize: 20, propertyValue: uah(6_000_000), uninsured: 1 },
  low: { annualRevenue: uah(12_000_000), employees: 8, fleetSize: 5, propertyValue: uah(0), uninsured: 0 },
};
const RESULTS = {
  high: { premiums: 1_500_000, activePolicies: 4, activeLines: 3, yearsWithUs: 5, onTimeOf100: 100, lossRatio: 0.2 },
  middle: { premiums: 500_000, activePolicies: 2, activeLines: 2, yearsWithUs: 3, onTimeOf100: 90, lossRatio: 0.6 },
  low: { premiums: 40_000, activePolicies: 1, activeLines: 1, yearsWithUs: 0, onTimeOf100: 50, lossRatio: 0.8 },
};
type Level = keyof typeof POTENTIAL;

function client(potential: Level, results: Level): ClientFacts {
  const { uninsured, ...given } = POTENTIAL[potential];
  const { premiums, onTimeOf100, lossRatio, ...counts } = RESULTS[results];
  return {
    given: { ...given, lossRatio, insurableLines: counts.activeLines + uninsured },
    results: {
      ...counts,
      premiumsReceived12m: [uah(premiums)],
      premiumsDue12m: [{ amountMinor: 100, currency: 'UAH' }],
      premiumsOnTime12m: [{ amountMinor: onTimeOf100, currency: 'UAH' }],
    },
  };
}

test.each([
  ['high', 'high', 7250, 8175, 'P1', 'F1', 'A'],
  ['high', 'middle', 7250, 5600, 'P1', 'F2', 'A'],
  ['high', 'low', 7250, 1375, 'P1', 'F3', 'B'],
  ['middle', 'high', 3875, 8175, 'P2', 'F1', 'A'],
  ['middle', 'middle', 3875, 5600, 'P2', 'F2', 'B'],
  ['middle', 'low', 3875, 1375, 'P2', 'F3', 'C'],
  ['low', 'high', 1375, 8175, 'P3', 'F1', 'B'],
  ['low', 'middle', 1375, 5600, 'P3', 'F2', 'C'],
  ['low', 'low', 1375, 1375, 'P3', 'F3', 'C'],
] as const)(
  '%s potential and %s results score %i and %i: %s%s, class %s',
  (p, r, potential, results, potentialBand, resultBand, expected) => {
    const { assignment, outcome } = assess(DEFAULT_MODEL, { facts: client(p, r), previous: undefined, occasion: { kind: 'change' } });
    expect(outcome).toBe('assigned');
    expect(assignment).toMatchObject({ potentialBand, resultBand, class: expected, scoresHundredths: { potential, results } });
  },
);

test('every point is explained: value, points, the threshold met and the next one', () => {
  const { results } = assess(DEFAULT_MODEL, { facts: client('low', 'middle'), previous: undefined, occasion: { kind: 'change' } });
  const explained = results.score.indicators.map((i) => i.kind === 'value' && [i.indicator.code, i.value, i.points, i.met, i.next]);
  expect(explained).toEqual([
    ['premiumsReceived12m', 50_000_000, 60, { from: 500_000, points: 60 }, { from: 1_200_000, points: 80 }],
    ['activePolicies', 2, 25, { from: 1, points: 25 }, { from: 3, points: 50 }],
    ['activeLines', 2, 50, { from: 2, points: 50 }, { from: 3, points: 75 }],
    ['yearsWithUs', 3, 50, { from: 3, points: 50 }, { from: 5, points: 75 }],
    ['paymentDiscipline', 0.9, 75, { from: 0.9, points: 75 }, { from: 0.98, points: 100 }],
    ['lossRatio', 0.6, 50, { from: 0.5, points: 50 }, { from: 0.3, points: 75 }],
  ]);
});
