import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkModel } from '../../../shared/domain/significance/check-model.ts';
import { DEFAULT_MODEL } from '../../../shared/domain/significance/default-model.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const asJson = (): Json => JSON.parse(JSON.stringify(DEFAULT_MODEL));

/** The default model with one value replaced (or, with undefined, taken out) at a JSON pointer. */
function changed(pointer: string, value: Json | undefined): Json {
  const model = asJson();
  const steps = pointer.split('/').slice(1);
  const last = steps.pop() ?? '';
  const parent = steps.reduce<Json>((at, step) => (at as Record<string, Json>)[step]!, model) as Record<string, Json>;
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return model;
}

const faultsOf = (json: unknown) => {
  const checked = checkModel(json);
  return checked.ok ? [] : checked.faults;
};

test('the default model is accepted as it is, and comes back as it was', () => {
  expect(checkModel(asJson())).toEqual({ ok: true, model: DEFAULT_MODEL });
});

test('what was read can be sent back: the version is let pass', () => {
  expect(checkModel(changed('/version', 3))).toEqual({ ok: true, model: DEFAULT_MODEL });
});

test('conditions of the contract’s five fields are enough', () => {
  const five = { graceDays: 5, reminders: 'standard', maxDeferralDays: 9, deferralsPerYear: 1, approverRole: 'headOfSales' };
  const checked = checkModel(changed('/conditions/C', five));
  expect(checked.ok && checked.model.conditions.C).toEqual({
    ...five,
    maxPromiseDays: 9,
    maxHoldDays: 9,
    agreementsWithoutApproval: false,
  });
});

const R = '/results/indicators';
const P = '/potential/indicators';

/* One mistake each, the one fault it must make, and a word of its cure. */
test.each<[string, string, Json | undefined, string, string]>([
  ['a part is missing', '/matrix', undefined, '/matrix', 'give'],
  ['an unknown field', '/potentail', {}, '/potentail', 'not a field'],
  ['an unknown field deep down', `${R}/0/thresholds/1/point`, 5, `${R}/0/thresholds/1/point`, 'not a field'],
  ['weights do not add up to 100', `${R}/0/weight`, 34, R, '99 together'],
  ['a weight of nothing', `${R}/0/weight`, 0, `${R}/0/weight`, 'from 1 to 100'],
  ['a negative weight', `${R}/0/weight`, -5, `${R}/0/weight`, 'from 1 to 100'],
  ['half a weight', `${R}/0/weight`, 34.5, `${R}/0/weight`, 'whole'],
  ['no indicators', R, [], R, '1'],
  ['a gap: the first threshold is not from 0', `${R}/0/thresholds/0/from`, 1, `${R}/0/thresholds/0/from`, 'give 0'],
  ['a gap: values below the first threshold', `${R}/5/thresholds/0/from`, 0.1, `${R}/5/thresholds/0/from`, 'give 0'],
  ['an overlap: two from the same', `${R}/1/thresholds/2/from`, 1, `${R}/1/thresholds/2/from`, 'more than 1'],
  ['an overlap: out of order', `${R}/1/thresholds/4/from`, 4, `${R}/1/thresholds/4/from`, 'more than 5'],
  ['points fall where higher is better', `${R}/1/thresholds/4/points`, 60, `${R}/1/thresholds/4/points`, 'more than 75'],
  ['points rise where lower is better', `${R}/5/thresholds/4/points`, 30, `${R}/5/thresholds/4/points`, 'less than 25'],
  ['two thresholds with the same points', `${R}/1/thresholds/4/points`, 75, `${R}/1/thresholds/4/points`, 'more than 75'],
  ['more than 100 points', `${R}/1/thresholds/4/points`, 101, `${R}/1/thresholds/4/points`, 'from 0 to 100'],
  ['a threshold as text', `${R}/0/thresholds/1/from`, '50000', `${R}/0/thresholds/1/from`, 'a number'],
  ['a fraction of money', `${R}/0/thresholds/1/from`, 0.5, `${R}/0/thresholds/1/from`, 'whole number'],
  ['a ratio of five decimals', `${R}/4/thresholds/1/from`, 0.12345, `${R}/4/thresholds/1/from`, '4 decimals'],
  ['one threshold only', `${R}/1/thresholds`, [{ from: 0, points: 0 }], `${R}/1/thresholds`, '2 to 20'],
  ['thresholds that are no list', `${R}/1/thresholds`, { from: 0 }, `${R}/1/thresholds`, '2 to 20'],
  ['an unknown unit', `${R}/1/unit`, 'pieces', `${R}/1/unit`, 'money'],
  ['an unknown direction', `${R}/1/direction`, 'up', `${R}/1/direction`, 'higherIsBetter'],
  ['an unknown source', `${R}/1/source`, 'guess', `${R}/1/source`, 'computed'],
  ['an unknown treatment of missing values', `${R}/1/missing`, 'skip', `${R}/1/missing`, 'neutral'],
  ['a title of two lines', `${R}/1/title`, 'a\nb', `${R}/1/title`, 'line'],
  ['a code that could not be a field', `${P}/0/code`, 'annual revenue', `${P}/0/code`, 'letters'],
  ['a code counted twice', `${P}/0/code`, 'employees', `${P}/1/code`, 'once'],
  ['results typed in: ours taken from the client', `${R}/1/source`, 'client', `${R}/1/source`, '"computed"'],
  ['computed by nobody', `${P}/1/source`, 'computed', `${P}/1/code`, 'source "client"'],
  ['computed in another unit', `${R}/3/unit`, 'count', `${R}/3/unit`, '"years"'],
  ['money without a currency', `${P}/0/currency`, undefined, `${P}/0/currency`, 'give the currency'],
  ['an invented currency', `${P}/0/currency`, 'ABC', `${P}/0/currency`, 'ISO 4217'],
  ['a currency for a count', `${P}/1/currency`, 'UAH', `${P}/1/currency`, 'leave it out'],
  ['a currency without a rate', `${P}/0/currency`, 'GBP', `${P}/0/currency`, '/rates'],
  ['a rate of nothing', '/rates/USD', '0.00', '/rates/USD', 'above zero'],
  ['a rate as a number', '/rates/USD', 42, '/rates/USD', 'text'],
  ['a rate of an invented currency', '/rates/ABC', '42', '/rates/ABC', 'ISO 4217'],
  ['the bottom band does not begin from 0', '/results/bands/F3', 5, '/results/bands/F3', 'give 0'],
  ['bands overlap', '/results/bands/F1', 40, '/results/bands/F1', 'more than 40'],
  ['a band beyond the score', '/results/bands/F1', 101, '/results/bands/F1', 'from 0 to 100'],
  ['a band is missing', '/results/bands/F2', undefined, '/results/bands/F2', 'give'],
  ['a cell is empty', '/matrix/P2/F3', undefined, '/matrix/P2/F3', 'give'],
  ['a cell has an unknown class', '/matrix/P2/F3', 'D', '/matrix/P2/F3', 'A, B, C'],
  ['a row is missing', '/matrix/P3', undefined, '/matrix/P3', 'give'],
  ['a fourth row', '/matrix/P4', { F1: 'A', F2: 'A', F3: 'A' }, '/matrix/P4', 'not a field'],
  ['a class without conditions', '/conditions/B', undefined, '/conditions/B', 'give'],
  ['grace of less than nothing', '/conditions/B/graceDays', -1, '/conditions/B/graceDays', 'from 0'],
  ['reminders of another kind', '/conditions/B/reminders', 'none', '/conditions/B/reminders', 'personal'],
  ['nobody approves', '/conditions/B/approverRole', '', '/conditions/B/approverRole', 'text'],
  ['an unknown default class', '/defaultClass', 'Z', '/defaultClass', 'A, B, C'],
  ['a margin as wide as a band', '/hysteresis/marginPoints', 30, '/hysteresis/marginPoints', 'less than 30'],
  ['no reassessments', '/hysteresis/reassessments', 0, '/hysteresis/reassessments', 'from 1'],
  ['lowering asks nobody', '/lowering', { needsApproval: true }, '/lowering/approverRole', 'role'],
  ['an approver where nobody asks', '/lowering', { needsApproval: false, approverRole: 'x' }, '/lowering/approverRole', 'leave it out'],
  ['a version that is none', '/version', 'latest', '/version', 'whole number'],
])('%s', (_, at, value, pointer, cure) => {
  expect(faultsOf(changed(at, value))).toEqual([{ pointer, detail: expect.stringContaining(cure) }]);
});

test('a top band that no score can reach', () => {
  const model = changed('/results/bands', { F1: 90, F2: 40, F3: 0 }) as { results: { indicators: { thresholds: { points: number }[] }[] } };
  model.results.indicators[0]?.thresholds.pop(); // premiums then give 80 points at most: 35 × 80 + 65 × 100 = 93
  expect(faultsOf(model)).toEqual([]);
  model.results.indicators[4]?.thresholds.pop(); // discipline 75: 35 × 80 + 20 × 75 + 45 × 100 = 88
  expect(faultsOf(model)).toEqual([{ pointer: '/results/bands/F1', detail: expect.stringContaining('above 88') }]);
});

test('all faults come at once, each with its pointer', () => {
  const model = changed('/matrix/P1/F1', 'D') as Record<string, Json>;
  model['defaultClass'] = 'Z';
  model['rates'] = { UAH: 'one' };
  model['lowering'] = {};
  expect(faultsOf(model).map(({ pointer }) => pointer)).toEqual([
    '/matrix/P1/F1',
    '/defaultClass',
    '/rates/UAH',
    '/lowering/needsApproval',
  ]);
});

test.each([null, 1, 'model', [], undefined])('%s is no model', (json) => {
  expect(faultsOf(json)).toEqual([{ pointer: '', detail: expect.any(String) }]);
});

/** Every place of the default model, by pointer. */
function pointers(json: Json, at = ''): string[] {
  if (typeof json !== 'object' || json === null) return [at];
  return [at, ...Object.entries(json).flatMap(([name, value]) => pointers(value, `${at}/${name}`))];
}

const everywhere = fc.constantFrom(...pointers(asJson()).filter((pointer) => pointer !== ''));

test('whatever is put wherever, the answer is a model or faults with pointers that lead to where something is or should be', () => {
  const anything = fc.oneof(fc.jsonValue(), fc.constantFrom(-1, 0.00001, 1e300, '', '__proto__', {}, [], null));
  fc.assert(
    fc.property(everywhere, anything, (pointer, value) => {
      for (const fault of faultsOf(changed(pointer, value as Json))) {
        expect(fault.pointer).toMatch(/^(\/[^/]*)*$/);
        expect(fault.detail.length).toBeGreaterThan(10);
      }
    }),
    { numRuns: 1000 },
  );
});

test('a value of another type is found wherever it is, at its place or beside it', () => {
  fc.assert(
    fc.property(everywhere, (pointer) => {
      const faults = faultsOf(changed(pointer, { other: true }));
      expect(faults.length).toBeGreaterThan(0);
      expect(faults.some((fault) => fault.pointer.startsWith(pointer) || pointer.startsWith(fault.pointer))).toBe(true);
    }),
    { numRuns: 400 },
  );
});

test('what is taken out is found, but for what has a default and rates nobody needs', () => {
  const optional =
    /^\/conditions\/[ABC]\/(maxPromiseDays|maxHoldDays|agreementsWithoutApproval)$|^\/rates\/(USD|EUR)$|\/(indicators|thresholds)\/\d+$/;
  fc.assert(
    fc.property(
      everywhere.filter((pointer) => !optional.test(pointer)),
      (pointer) => {
        expect(faultsOf(changed(pointer, undefined)).length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 400 },
  );
});
