import { expect, test } from 'vitest';
import { DEFAULT_MODEL } from '../../../shared/domain/significance/default-model.ts';

const { conditions, defaultClass, potential, results } = DEFAULT_MODEL;

test('a client without a class is served as the regulation has it: ten days of grace and letters', () => {
  expect(conditions[defaultClass]).toMatchObject({ graceDays: 10, reminders: 'standard' });
});

test('an important client gets a call and ten more days, another the letter', () => {
  expect(conditions.A).toMatchObject({ graceDays: 20, reminders: 'personal' });
  expect(conditions.C).toMatchObject({ graceDays: 10, reminders: 'standard' });
});

test('a better class is never served worse', () => {
  for (const [better, worse] of [
    [conditions.A, conditions.B],
    [conditions.B, conditions.C],
  ] as const) {
    for (const limit of ['graceDays', 'maxDeferralDays', 'deferralsPerYear', 'maxPromiseDays', 'maxHoldDays'] as const) {
      expect(better[limit]).toBeGreaterThanOrEqual(worse[limit]);
    }
  }
});

test('only what we cannot know comes with the client', () => {
  const given = [...potential.indicators, ...results.indicators].filter(({ source }) => source === 'client').map(({ code }) => code);
  expect(given).toEqual(['annualRevenue', 'employees', 'fleetSize', 'propertyValue', 'lossRatio']);
});
