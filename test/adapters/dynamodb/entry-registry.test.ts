import { expect, test } from 'vitest';
import { localDate } from '../../../shared/domain/local-date.ts';
import type { BatchClaim, KeptReturn, PaymentReference } from '../../../shared/ports/entry-registry.ts';
import { statementImports } from '../../support/statement-imports.ts';

const claims = (showing: BatchClaim['showing'], ...ids: readonly string[]) => ids.map((batchPaymentId) => ({ batchPaymentId, showing }));

test('the first showing of a batch counts; the other one is refused, and nothing beside it', async () => {
  const { entries } = statementImports().deps;
  expect([...(await entries.claimBatches(claims('sum', 'a', 'b')))]).toEqual([]);
  expect([...(await entries.claimBatches(claims('parts', 'b', 'c')))]).toEqual(['b']);
  expect([...(await entries.claimBatches(claims('sum', 'a', 'b', 'c')))]).toEqual(['c']);
  expect([...(await entries.claimBatches(claims('parts', 'c')))]).toEqual([]);
});

test('more claims than a transaction takes', async () => {
  const { entries } = statementImports().deps;
  const ids = Array.from({ length: 250 }, (_, index) => `id-${index}`);
  await entries.claimBatches(claims('parts', 'id-7', 'id-170'));
  expect([...(await entries.claimBatches(claims('sum', ...ids)))]).toEqual(['id-7', 'id-170']);
});

const reference = (paymentId: string): PaymentReference => ({ key: 'END7', paymentId, account: 'UA1', currency: 'UAH', amountMinor: 700 });

test('a reference finds all payments that have it, and none where it is everybody’s', async () => {
  const { entries } = statementImports().deps;
  await entries.keepReferences([reference('p-1'), reference('p-2')]);
  await entries.keepReferences([reference('p-1')]);
  expect(await entries.withReference('END7')).toEqual([reference('p-1'), reference('p-2')]);
  expect(await entries.withReference('END')).toEqual([]);
  await entries.keepReferences(Array.from({ length: 150 }, (_, index) => reference(`q-${index}`)));
  expect(await entries.withReference('END7')).toEqual([]);
});

test('a return is for one payment, for good', async () => {
  const { entries } = statementImports().deps;
  expect(await entries.returnedBy('r')).toBeUndefined();
  expect([await entries.claimReturn('r', 'p-1'), await entries.claimReturn('r', 'p-2'), await entries.returnedBy('r')]).toEqual([
    'p-1',
    'p-1',
    'p-1',
  ]);
});

test('returns are kept until they are forgotten, and found from a day on, the latest first', async () => {
  const { entries } = statementImports().deps;
  const kept = (returnId: string, on: string): KeptReturn => ({
    returnId,
    keys: ['END7'],
    account: 'UA1',
    currency: 'UAH',
    amountMinor: 700,
    bookedOn: localDate('2026-10-01'),
    reason: 'AC04',
    entryNumber: 3,
    keptOn: localDate(on),
  });
  const [old, early, late] = [kept('a', '2026-10-31'), kept('b', '2026-11-01'), kept('a', '2026-11-20')];
  for (const one of [early, late, old, late]) await entries.keepReturn(one);
  expect(await entries.returnsKept(localDate('2026-11-01'))).toEqual([late, early]);
  await entries.forgetReturn(late);
  expect(await entries.returnsKept(localDate('2026-11-01'))).toEqual([early]);
});
