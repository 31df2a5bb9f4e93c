import { expect, test } from 'vitest';
import { lookAtPromises, overAt } from '../../../shared/domain/control/promises.ts';
import { localDate } from '../../../shared/domain/local-date.ts';
import type { PromiseToPay } from '../../../shared/domain/relief.ts';
import { localDateAt } from '../../../shared/domain/zone.ts';
import { factsOn, NOTHING_RECEIVED, policyOf, promiseOf } from '../../support/policies.ts';

/** On Thu 3 Dec the client promised 60.00 for Fri 11 Dec; 40.00 had come in before. */
const promise: PromiseToPay = { ...promiseOf('2026-12-03', '2026-12-11'), keptAtMinor: 10_000 };

const seen = (on: string, receivedMinor: number) =>
  lookAtPromises(
    factsOn(on, {
      policy: policyOf({ relief: [promise] }),
      account: { ...NOTHING_RECEIVED, receivedMinor },
      progress: { generation: 2, controls: [], promises: [promise.reliefId] },
    }),
  );

test.each([
  ['open while its day has not passed', '2026-12-11', 9_999, undefined],
  ['open over the weekend: money of Friday is posted on Monday', '2026-12-13', 9_999, undefined],
  ['broken on the business day after', '2026-12-14', 9_999, false],
  ['kept as soon as the money is there', '2026-12-07', 10_000, true],
  ['kept by more than was promised', '2026-12-14', 20_000, true],
])('%s', (_, on, receivedMinor, kept) => {
  const expected =
    kept === undefined ? { settled: [], open: [promise.reliefId] } : { settled: [{ reliefId: promise.reliefId, kept }], open: [] };
  expect(seen(on, receivedMinor)).toEqual(expected);
});

test('what was settled once is not looked at again', () => {
  const facts = factsOn('2026-12-14', { policy: policyOf({ relief: [promise] }), progress: { generation: 3, controls: [] } });
  expect(lookAtPromises(facts)).toEqual({ settled: [], open: [] });
});

test('the policy is woken for it on the business day after', () => {
  const facts = factsOn('2026-12-03', { policy: policyOf({ relief: [promise] }) });
  expect(localDateAt(overAt(promise, facts), 'Europe/Kyiv')).toBe(localDate('2026-12-14'));
});
