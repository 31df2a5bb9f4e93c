import { expect, test } from 'vitest';
import type { Indicator } from '../../../shared/domain/significance/model.ts';
import { readIndicator } from '../../../shared/domain/significance/reading.ts';
import { NO_RESULTS } from './clients.ts';

const RATES = { UAH: '1', USD: '42', JPY: '0.27', KWD: '136.5' };

const COMMON = { title: 'x', direction: 'higherIsBetter', weight: 100, missing: 'zero', thresholds: [] } as const;
const revenue: Indicator = { ...COMMON, code: 'annualRevenue', source: 'client', unit: 'money', currency: 'UAH' };
const employees: Indicator = { ...COMMON, code: 'employees', source: 'client', unit: 'count' };
const premiums: Indicator = { ...COMMON, code: 'premiumsReceived12m', source: 'computed', unit: 'money', currency: 'UAH' };
const discipline: Indicator = { ...COMMON, code: 'paymentDiscipline', source: 'computed', unit: 'ratio' };
const uninsured: Indicator = { ...COMMON, code: 'uninsuredLines', source: 'computed', unit: 'count' };

const money = (currency: string, amountMinor: number) => ({ amountMinor, currency });
const value = (found: number, ...withoutRate: string[]) => ({ kind: 'value', value: found, withoutRate });
const missing = (reason: string) => ({ kind: 'missing', reason });

test.each([
  ['in the model’s currency, as it is', money('UAH', 125_050), value(125_050)],
  ['1,000.00 USD at 42 → 42,000.00 UAH', money('USD', 100_000), value(4_200_000)],
  ['1,000 JPY at 0.27 → 270.00 UAH: a yen has no decimals', money('JPY', 1000), value(27_000)],
  ['1.001 KWD at 136.5 → 136.63 UAH: cut, not rounded (136.6365)', money('KWD', 1001), value(13_663)],
  ['a currency without a rate', money('GBP', 100), missing('noRate')],
  ['a plain number for money', 250, missing('otherUnit')],
  ['a text for money', 'a lot', missing('otherUnit')],
])('money: %s', (_, annualRevenue, expected) => {
  expect(readIndicator(revenue, { given: { annualRevenue }, results: NO_RESULTS }, RATES)).toEqual(expected);
});

test('what was not given is missing, also where every object has a field of that name', () => {
  const facts = { given: {}, results: NO_RESULTS };
  expect(readIndicator(employees, facts, RATES)).toEqual(missing('notGiven'));
  expect(readIndicator({ ...employees, code: 'constructor' }, facts, RATES)).toEqual(missing('notGiven'));
});

test('money where a number is wanted is missing', () => {
  const facts = { given: { employees: money('UAH', 1), insurableLines: money('UAH', 1) }, results: NO_RESULTS };
  expect(readIndicator(employees, facts, RATES)).toEqual(missing('otherUnit'));
  expect(readIndicator(uninsured, facts, RATES)).toEqual(missing('otherUnit'));
});

test.each([
  ['none is a value: zero', [], value(0)],
  ['200.00 UAH + 10.00 USD at 42 → 620.00', [money('UAH', 20_000), money('USD', 1000)], value(62_000)],
  ['what has no rate is left out and named', [money('GBP', 500), money('UAH', 20_000)], value(20_000, 'GBP')],
  ['nothing but what has no rate is missing', [money('GBP', 500)], missing('noRate')],
])('premiums: %s', (_, premiumsReceived12m, expected) => {
  expect(readIndicator(premiums, { given: {}, results: { ...NO_RESULTS, premiumsReceived12m } }, RATES)).toEqual(expected);
});

test.each([
  ['nothing has fallen due', [], [], missing('nothingDue')],
  ['all in time', [money('UAH', 300)], [money('UAH', 300)], value(1)],
  ['nothing in time', [money('UAH', 300)], [], value(0)],
  ['300 of 400', [money('UAH', 400)], [money('UAH', 300)], value(0.75)],
  ['2 of 3 is cut to 0.6666', [money('UAH', 3)], [money('UAH', 2)], value(0.6666)],
  ['98 of 100 meets a threshold of 0.98', [money('UAH', 100)], [money('UAH', 98)], value(0.98)],
  ['4,200 of 4,500 at the rate', [money('UAH', 30_000), money('USD', 10_000)], [money('USD', 10_000)], value(0.9333)],
  [
    'currencies without a rate are left out of both',
    [money('GBP', 9), money('UAH', 2)],
    [money('GBP', 9), money('UAH', 1)],
    value(0.5, 'GBP'),
  ],
  ['only such: missing', [money('GBP', 9)], [money('GBP', 9)], missing('noRate')],
])('discipline: %s', (_, premiumsDue12m, premiumsOnTime12m, expected) => {
  expect(readIndicator(discipline, { given: {}, results: { ...NO_RESULTS, premiumsDue12m, premiumsOnTime12m } }, RATES)).toEqual(expected);
});

test.each([
  [5, 2, value(3)],
  [1, 2, value(0)],
  [undefined, 2, missing('notGiven')],
])('of %s insurable lines %i are insured', (insurableLines, activeLines, expected) => {
  const given = insurableLines === undefined ? {} : { insurableLines };
  expect(readIndicator(uninsured, { given, results: { ...NO_RESULTS, activeLines } }, RATES)).toEqual(expected);
});
