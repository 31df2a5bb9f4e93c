import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_MODEL } from '../../../shared/domain/significance/default-model.ts';
import type { MissingTreatment, PlainIndicator } from '../../../shared/domain/significance/model.ts';
import { scoreSide, weigh } from '../../../shared/domain/significance/score.ts';
import { NO_RESULTS } from './clients.ts';

test.each([
  [
    '40 % of 75 and 60 % of 50',
    [
      [40, 75],
      [60, 50],
    ],
    6000,
  ],
  [
    'one left out: (40 × 75 + 30 × 50) / 70 = 64.2857, cut',
    [
      [40, 75],
      [30, 50],
      [30, undefined],
    ],
    6428,
  ],
  [
    'all at their best',
    [
      [99, 100],
      [1, 100],
    ],
    10_000,
  ],
  ['nothing to go by', [[100, undefined]], 0],
] as const)('%s', (_, parts, expected) => {
  expect(weigh(parts.map(([weight, points]) => ({ weight, points })))).toBe(expected);
});

const indicator = (code: string, weight: number, missing: MissingTreatment): PlainIndicator => ({
  code,
  title: code,
  source: 'client',
  unit: 'count',
  direction: 'higherIsBetter',
  weight,
  missing,
  thresholds: [
    { from: 0, points: 0 },
    { from: 10, points: 80 },
  ],
});

/* `known` weighs 60 and has 80 points; the missing one weighs 40. */
test.each([
  ['zero', 4800, 0], // 60 × 80
  ['neutral', 6800, 50], // 60 × 80 + 40 × 50
  ['ignore', 8000, undefined], // 60 × 80 / 60
] as const)('a missing value counted as %s', (missing, scoreHundredths, points) => {
  const side = { indicators: [indicator('known', 60, 'zero'), indicator('unknown', 40, missing)], bands: {} };
  const scored = scoreSide(side, { given: { known: 10 }, results: NO_RESULTS }, {});
  expect(scored.scoreHundredths).toBe(scoreHundredths);
  expect(scored.indicators[1]).toMatchObject({ kind: 'missing', reason: 'notGiven', countedAs: missing, points });
});

const amount = fc.nat(2_000_000_000).map((units) => ({ amountMinor: units * 100, currency: 'UAH' }));
const results = fc.record({
  premiumsReceived12m: amount.map((m) => [m]),
  activePolicies: fc.nat(20),
  activeLines: fc.nat(8),
  yearsWithUs: fc.nat(20),
  onTime: fc.nat(100),
  lossRatio: fc.nat(200).map((percent) => percent / 100),
});

const scored = ({ onTime, lossRatio, ...rest }: typeof results extends fc.Arbitrary<infer T> ? T : never) =>
  scoreSide(
    DEFAULT_MODEL.results,
    {
      given: { lossRatio },
      results: {
        ...rest,
        premiumsDue12m: [{ amountMinor: 100, currency: 'UAH' }],
        premiumsOnTime12m: [{ amountMinor: onTime, currency: 'UAH' }],
      },
    },
    DEFAULT_MODEL.rates,
  ).scoreHundredths;

test('a better value of any indicator never lowers the score, which stays from 0 to 100', () => {
  const better = fc.record({
    field: fc.constantFrom('activePolicies', 'activeLines', 'yearsWithUs', 'onTime', 'lossRatio'),
    by: fc.nat(100),
  });
  fc.assert(
    fc.property(results, better, (facts, { field, by }) => {
      const before = scored(facts);
      const raised = field === 'lossRatio' ? Math.max(0, facts.lossRatio - by / 100) : facts[field as 'onTime'] + by;
      const after = scored({ ...facts, [field]: raised });
      expect(after).toBeGreaterThanOrEqual(before);
      expect(before).toBeGreaterThanOrEqual(0);
      expect(after).toBeLessThanOrEqual(10_000);
    }),
  );
});

test('more money received never lowers the score, in whatever currency', () => {
  fc.assert(
    fc.property(results, fc.constantFrom('UAH', 'USD', 'EUR'), fc.nat(1_000_000_000), (facts, currency, amountMinor) => {
      const more = { ...facts, premiumsReceived12m: [...facts.premiumsReceived12m, { amountMinor, currency }] };
      expect(scored(more)).toBeGreaterThanOrEqual(scored(facts));
    }),
  );
});
