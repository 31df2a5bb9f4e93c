import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type LocalDate, localDate } from '../../../shared/domain/local-date.ts';
import { type PolicyFacts, portfolioResults } from '../../../shared/domain/significance/results.ts';

const TODAY = localDate('2026-11-22');

const policy = (changes: Partial<PolicyFacts> = {}): PolicyFacts => ({
  product: 'Cargo',
  coverFrom: localDate('2026-01-01'),
  coverTo: localDate('2026-12-31'),
  status: 'active',
  currency: 'UAH',
  receipts: [],
  installments: [],
  ...changes,
});
const received = (receivedOn: string, amountMinor: number, state: 'applied' | 'reversed' = 'applied') => ({
  receivedOn: localDate(receivedOn),
  amountMinor,
  state,
});
const due = (effectiveDueOn: string, amountMinor: number, coveredOnTimeMinor: number) => ({
  effectiveDueOn: localDate(effectiveDueOn),
  amountMinor,
  coveredOnTimeMinor,
});
const of = (...policies: PolicyFacts[]) => portfolioResults(policies, TODAY);

test('a client without policies has no results', () => {
  expect(of()).toEqual({
    premiumsReceived12m: [],
    premiumsDue12m: [],
    premiumsOnTime12m: [],
    activePolicies: 0,
    activeLines: 0,
    yearsWithUs: 0,
  });
});

test.each([
  ['received a year ago today: no longer', received('2025-11-22', 100), 0],
  ['received the day after that: yes', received('2025-11-23', 100), 100],
  ['received today: yes', received('2026-11-22', 100), 100],
  ['dated tomorrow: not yet', received('2026-11-23', 100), 0],
  ['reversed: not received', received('2026-11-01', 100, 'reversed'), 0],
])('%s', (_, receipt, expected) => {
  const total = of(policy({ receipts: [receipt] })).premiumsReceived12m.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  expect(total).toBe(expected);
});

test('premiums are added per currency, whatever became of the policy', () => {
  const policies = [
    policy({ currency: 'USD', receipts: [received('2026-02-01', 500)] }),
    policy({ status: 'lapsed', receipts: [received('2026-03-01', 200), received('2026-06-01', 300)] }),
    policy({ receipts: [received('2026-09-01', 50)] }),
  ];
  expect(of(...policies).premiumsReceived12m).toEqual([
    { amountMinor: 550, currency: 'UAH' },
    { amountMinor: 500, currency: 'USD' },
  ]);
});

test.each([
  ['due and covered that day', due('2026-10-01', 300, 300), 300, 300],
  ['due and covered a day late', due('2026-10-01', 100, 0), 100, 0],
  ['due and covered in part', due('2026-10-01', 100, 40), 100, 40],
  ['deferred to next month: not due', due('2026-12-15', 200, 0), 0, 0],
  ['due today: may still be paid in time', due('2026-11-22', 100, 0), 0, 0],
  ['due yesterday', due('2026-11-21', 100, 0), 100, 0],
  ['due a year ago today: no longer', due('2025-11-22', 100, 100), 0, 0],
])('discipline: %s', (_, installment, dueMinor, onTimeMinor) => {
  const { premiumsDue12m, premiumsOnTime12m } = of(policy({ installments: [installment] }));
  expect([premiumsDue12m[0]?.amountMinor ?? 0, premiumsOnTime12m[0]?.amountMinor ?? 0]).toEqual([dueMinor, onTimeMinor]);
});

test.each([
  ['in force', {}, 1],
  ['cover begins today', { coverFrom: TODAY }, 1],
  ['cover begins tomorrow', { coverFrom: addDays(TODAY, 1) }, 0],
  ['cover ends today', { coverTo: TODAY }, 1],
  ['cover ended yesterday, something still owed', { coverTo: addDays(TODAY, -1) }, 0],
  ['suspended', { status: 'suspended' }, 0],
  ['cancelled', { status: 'cancelled' }, 0],
] as const)('active: %s', (_, changes, expected) => {
  expect(of(policy(changes)).activePolicies).toBe(expected);
});

test('a line is a product, counted once, and only while it is in force', () => {
  const policies = [policy(), policy(), policy({ product: 'Property' }), policy({ product: 'Motor', status: 'completed' })];
  expect(of(...policies)).toMatchObject({ activePolicies: 3, activeLines: 2 });
});

test.each([
  ['2026-11-22', '2026-11-22', 0],
  ['2025-11-23', '2026-11-22', 0],
  ['2025-11-22', '2026-11-22', 1],
  ['2021-01-01', '2026-11-22', 5],
  ['2024-02-29', '2027-02-27', 2],
  ['2024-02-29', '2027-02-28', 3],
  ['2027-01-01', '2026-11-22', 0],
])('with us since %s, on %s: %i whole years', (since, today, years) => {
  const policies = [policy({ coverFrom: localDate('2026-05-01') }), policy({ coverFrom: localDate(since), status: 'completed' })];
  const first = since < '2026-05-01' ? policies : policies.slice(1);
  expect(portfolioResults(first, localDate(today)).yearsWithUs).toBe(years);
});

test('the order of policies says nothing', () => {
  const dates = fc.integer({ min: 0, max: 900 }).map((days): LocalDate => addDays(localDate('2025-01-01'), days));
  const policies = fc.array(
    fc.record({
      currency: fc.constantFrom('UAH', 'USD'),
      receivedOn: dates,
      amountMinor: fc.nat(1000),
      product: fc.constantFrom('Cargo', 'Motor'),
    }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(policies, (drawn) => {
      const all = drawn.map(({ currency, product, receivedOn, amountMinor }) =>
        policy({ currency, product, coverFrom: receivedOn, receipts: [{ receivedOn, amountMinor, state: 'applied' }] }),
      );
      expect(of(...all.toReversed())).toEqual(of(...all));
    }),
  );
});
