import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assess } from '../../../shared/domain/significance/assess.ts';
import { changeText } from '../../../shared/domain/significance/change-text.ts';
import { DEFAULT_MODEL } from '../../../shared/domain/significance/default-model.ts';
import type { SignificanceModel } from '../../../shared/domain/significance/model.ts';
import { nearestChanges } from '../../../shared/domain/significance/nearest-change.ts';
import type { ClientFacts } from '../../../shared/domain/significance/reading.ts';
import type { IndicatorGoal } from '../../../shared/domain/significance/single-indicator.ts';
import { dialled, dialModel, uah } from './clients.ts';

const first = (model: SignificanceModel, facts: ClientFacts) => assess(model, { facts, previous: undefined, occasion: { kind: 'change' } });

function words(model: SignificanceModel, facts: ClientFacts, previous = first(model, facts).assignment): string[] {
  const assessment = assess(model, { facts, previous, occasion: { kind: 'change' } });
  return nearestChanges(model, assessment).map((change) => `${changeText(change, model.hysteresis.reassessments)}, class ${change.class}`);
}

/*
 * Results: premiums 900 k [60], 4 policies [50], 3 lines [75], 4 years [50], discipline 1 [100], losses not given (left out):
 * 35×60 + 10×50 + 15×75 + 10×50 + 20×100 = 6225 / 90 = 69.16, F2. Wanting for F1 (70): 0.84 × 90 = 75 weighted points.
 * One threshold more of any indicator but discipline is enough. On its own scale each has to go:
 * premiums 300 k of 5 M = 6 %, policies 1 of 10 = 10 %, lines 2 of 5 = 40 %, years 1 of 10 = 10 %. Premiums it is:
 * 35×80 … = 6925 / 90 = 76.94, past 70 by the margin of 3.
 * Down to F3 (below 40): no one indicator takes away 29.17 × 90 = 2625 points (premiums have 2100).
 *
 * Potential: revenue 250 M [75], 420 employees [75], fleet 85 [75], property left out, lines unknown [50]:
 * 40×75 + 15×75 + 15×75 + 10×50 = 5750 / 80 = 71.87, P1. Below 60 = 4800 weighted points: 951 less.
 * Revenue below 200 M takes 1000 away (59.37, within the margin); nothing else takes that much but revenue and, from 75 to 0
 * points, employees or fleet (1125, both 85 % and 40 % of their scales away at the least). Revenue goes 50 M of 1,000 M = 5 %.
 */
const DNIPRO: ClientFacts = {
  given: { annualRevenue: uah(250_000_000), employees: 420, fleetSize: 85 },
  results: {
    premiumsReceived12m: [uah(900_000)],
    premiumsDue12m: [uah(100)],
    premiumsOnTime12m: [uah(100)],
    activePolicies: 4,
    activeLines: 3,
    yearsWithUs: 4,
  },
};

test('the one change that is nearest, for each band up and down', () => {
  expect(words(DEFAULT_MODEL, DNIPRO)).toEqual([
    'P1 → P2 below 200,000,000 UAH (Annual revenue), if it stays so for 2 reassessments, class B',
    'F2 → F1 at 1,200,000 UAH (Premiums received in the last 12 months), class A',
    'F2 → F3 by several indicators: 29.16 points of score to spare, class B',
  ]);
});

/* The dials of the test model: one indicator per side, 0–100 points for 0–100; P1 and F1 from 70, P2 and F2 from 40, margin 3. */
test.each([
  [
    'a dial at 55',
    55,
    55,
    [
      'F2 → F1 at 70 (results), if it stays so for 2 reassessments, class A',
      'F2 → F3 below 40 (results), if it stays so for 2 reassessments, class C',
    ],
  ],
  ['at the top there is only down', 100, 100, ['F1 → F2 below 70 (results), if it stays so for 2 reassessments, class B']],
  [
    'held under F1: it has to stay',
    55,
    71,
    [
      'F2 → F1 after 2 more reassessments with a score past the threshold, class A',
      'F2 → F3 below 40 (results), if it stays so for 2 reassessments, class C',
    ],
  ],
])('%s', (_, held, now, expected) => {
  const model = dialModel();
  const previous = first(model, dialled(55, held)).assignment;
  expect(words(model, dialled(55, now), previous).filter((text) => text.startsWith('F'))).toEqual(expected);
});

test('a reassessment that has been counted leaves one to go', () => {
  const model = dialModel();
  const inF2 = first(model, dialled(20, 55)).assignment;
  const once = assess(model, { facts: dialled(20, 71), previous: inF2, occasion: { kind: 'reassessment', runId: 'r1' } }).assignment;
  expect(words(model, dialled(20, 71), once)).toContain('F2 → F1 after 1 more reassessment with a score past the threshold, class B');
});

test('a lowering that waits for its approval is no change to come', () => {
  const model = dialModel({ lowering: { needsApproval: true, approverRole: 'headOfSales' } });
  const inA = first(model, dialled(55, 80)).assignment;
  expect(words(model, dialled(55, 55), inA).filter((text) => text.startsWith('F1'))).toEqual([]);
});

test('what is not known may be the nearest change when nothing known is enough', () => {
  const [dial] = dialModel().results.indicators;
  const losses = {
    ...dial!,
    code: 'losses',
    title: 'Losses',
    direction: 'lowerIsBetter',
    weight: 40,
    thresholds: [
      { from: 0, points: 100 },
      { from: 10, points: 50 },
      { from: 20, points: 0 },
    ],
  } as const;
  const known = {
    ...dial!,
    weight: 60,
    thresholds: [
      { from: 0, points: 0 },
      { from: 10, points: 40 },
    ],
  };
  const model = dialModel({ results: { indicators: [known, losses], bands: { F1: 70, F2: 40, F3: 0 } } });
  expect(words(model, dialled(55, 10))).toContain('F3 → F2 below 20 (Losses), class B'); // 60 × 40 + 40 × 50 = 44
});

test('years with us do not grow fewer', () => {
  const [dial] = dialModel().results.indicators;
  const years = { ...dial!, code: 'yearsWithUs', source: 'computed', unit: 'years' } as const;
  const model = dialModel({ results: { indicators: [years], bands: { F1: 70, F2: 40, F3: 0 } } });
  const facts = { given: {}, results: { ...dialled(0, 0).results, yearsWithUs: 55 } };
  expect(words(model, facts)).toContain('F2 → F1 at 70 years (results), if it stays so for 2 reassessments, class B');
  expect(words(model, facts)).toContain('F2 → F3 by several indicators: 15 points of score to spare, class C');
});

const SMALLEST = { money: 0.01, count: 1, years: 1, ratio: 0.0001 };

/** The facts with the goal met to the least unit, and with that unit wanting. */
function metAndMissed({ given, results }: ClientFacts, { indicator, relation, value }: IndicatorGoal): [ClientFacts, ClientFacts] {
  const least = SMALLEST[indicator.unit];
  const set = (to: number): ClientFacts => {
    if (indicator.code === 'uninsuredLines') return { given: { ...given, insurableLines: to + results.activeLines }, results };
    if (indicator.code === 'premiumsReceived12m') return { given, results: { ...results, premiumsReceived12m: [minor(to)] } };
    if (indicator.code === 'paymentDiscipline')
      return { given, results: { ...results, premiumsDue12m: [minor(100)], premiumsOnTime12m: [minor(to * 100)] } };
    if (indicator.source === 'computed') return { given, results: { ...results, [indicator.code]: to } };
    return { given: { ...given, [indicator.code]: indicator.unit === 'money' ? minor(to) : to }, results };
  };
  return relation === 'atLeast' ? [set(value), set(value - least)] : [set(value - least), set(value)];
}

const minor = (units: number) => ({ amountMinor: Math.round(units * 100), currency: 'UAH' });

const someMoney = (most: number) => fc.nat(most).map(uah);
const clients: fc.Arbitrary<ClientFacts> = fc
  .record({
    given: fc.record(
      {
        annualRevenue: someMoney(2_000_000_000),
        employees: fc.nat(1500),
        fleetSize: fc.nat(150),
        propertyValue: someMoney(2_000_000_000),
        insurableLines: fc.nat(9),
        lossRatio: fc.nat(150).map((n) => n / 100),
      },
      { requiredKeys: [] },
    ),
    premiums: someMoney(6_000_000),
    onTime: fc.nat(100),
    counts: fc.record({ activePolicies: fc.nat(12), activeLines: fc.nat(6), yearsWithUs: fc.nat(12) }),
  })
  .map(({ given, premiums, onTime, counts }) => ({
    given,
    results: { ...counts, premiumsReceived12m: [premiums], premiumsDue12m: [uah(100)], premiumsOnTime12m: [uah(onTime)] },
  }));

test('the goal is exact: met to the least unit the score is in the other band, a unit short it is not', () => {
  fc.assert(
    fc.property(clients, (facts) => {
      const assessment = first(DEFAULT_MODEL, facts);
      for (const { from, to, by } of nearestChanges(DEFAULT_MODEL, assessment)) {
        if (by.kind !== 'indicator' || (by.goal.relation === 'atLeast' && by.goal.value === 0)) continue;
        const side = to.startsWith('P') ? 'potential' : 'results';
        const [met, missed] = metAndMissed(facts, by.goal).map((changed) => first(DEFAULT_MODEL, changed)[side]);
        expect([met?.step.scoreBand, met?.score.scoreHundredths]).toEqual([to, by.scoreHundredths]);
        expect(missed?.step.scoreBand).toBe(from);
      }
    }),
    { numRuns: 300 },
  );
});
