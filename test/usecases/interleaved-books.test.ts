import fc from 'fast-check';
import { expect, test } from 'vitest';
import { excessOf } from '../../shared/domain/credit-move.ts';
import { localDate } from '../../shared/domain/local-date.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { allocatePayment } from '../../shared/usecases/allocate-payment.ts';
import { disburseExcess } from '../../shared/usecases/disburse-excess.ts';
import { importStatement } from '../../shared/usecases/import-statement.ts';
import { recordPayment } from '../../shared/usecases/record-payment.ts';
import { reversePayment } from '../../shared/usecases/reverse-payment.ts';
import { transferExcess } from '../../shared/usecases/transfer-excess.ts';
import { batch, camt, entry, refs, text } from '../bank-formats/camt-text.ts';
import { sourceOf, statementImports } from '../support/statement-imports.ts';

/**
 * Any interleaving of payments, replays, reversals, allocations, moves of excess and imports of overlapping files gives the same books as the same facts
 * in order. Whoever tells a fact tells it again until it is taken: a reversal may come before its payment is known.
 */
type Store = ReturnType<typeof statementImports>;
type Fact = (store: Store) => Promise<unknown>;

const POLICIES = ['FIRST-2026-01', 'OTHER-2026-02', 'THIRD-2026-03'] as const;

/** Entry n pays n.00: to a policy, to one written with a look-alike, or to none. */
const credit = (n: number) =>
  entry({
    reference: `bank-${n}`,
    amount: `${n}.00`,
    details: batch(refs(`<EndToEndId>END-${n}</EndToEndId>`) + text([POLICIES[0], 'ОTHER 2026/02', 'nobody'][n % 3] ?? '')),
  });
const returned = (n: number) =>
  entry({
    reference: `back-${n}`,
    amount: `${n}.00`,
    mark: 'DBIT',
    details: batch(`${refs(`<EndToEndId>END-${n}</EndToEndId>`)}<RtrInf/>`),
  });

const imported =
  (...entries: readonly string[]): Fact =>
  ({ deps }) =>
    importStatement(deps, sourceOf(camt(entries.join(''))));
const paid =
  (paymentId: string, policyNumber: string, amountMinor: number): Fact =>
  ({ deps }) =>
    recordPayment(
      deps,
      { paymentId, policyNumber, amountMinor, currency: 'UAH', receivedOn: localDate('2026-11-20') },
      { recordedAt: '2026-11-20T08:00:00.000Z', by: 'core' },
    );
const reversed =
  (paymentId: string): Fact =>
  ({ money }) =>
    reversePayment(money, { paymentId, reason: 'recalled', reversedOn: localDate('2026-11-21'), by: 'bank' });
const allocated =
  (paymentId: string): Fact =>
  ({ money }) =>
    allocatePayment(money, { paymentId, policyNumber: POLICIES[0], by: 'person' });

const moved = (moveId: string, policyNumber: string, amountMinor: number) => ({
  moveId,
  policyNumber,
  amount: { amountMinor, currency: 'UAH' },
  reason: 'renewed',
  fingerprint: `${moveId} ${amountMinor}`,
  by: 'person',
});
const transferred =
  (moveId: string, [from, to]: readonly [string, string], amountMinor: number): Fact =>
  ({ money }) =>
    transferExcess(money, { ...moved(moveId, from, amountMinor), toPolicyNumber: to });
const disbursed =
  (moveId: string, policyNumber: string, amountMinor: number): Fact =>
  ({ money }) =>
    disburseExcess(money, moved(moveId, policyNumber, amountMinor));

const FACTS: readonly Fact[] = [
  imported(credit(1), credit(2), credit(3)),
  imported(credit(3), credit(4), credit(5), credit(3)),
  imported(...[1, 2, 3, 4, 5, 6].map(credit), returned(4)),
  imported(returned(1), credit(6), returned(2)),
  paid('core-1', POLICIES[0], 70_000),
  paid('core-2', POLICIES[1], 80_000),
  paid('core-3', 'wrong', 90_000),
  reversed('core-1'),
  allocated('core-3'),
  paid('core-4', POLICIES[2], 12_500),
  transferred('on', [POLICIES[2], POLICIES[0]], 1_500),
  transferred('on', [POLICIES[1], POLICIES[2]], 5_000), // the same id, of another policy
  disbursed('back', POLICIES[2], 1_000),
];

/** A refusal is an answer: the fact is not possible yet, or done otherwise already. */
const tell = async (store: Store, fact: Fact): Promise<void> => {
  await fact(store).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
  });
};

const IN_ORDER = FACTS.map((_, index) => index);

/** Received, moved, and the excess that is left. */
async function accountOf({ money }: Store, policyNumber: string): Promise<unknown> {
  const head = await money.policies.read(policyNumber);
  return head && [head.account.receivedMinor, head.account.moved, excessOf(head.policy, head.account)];
}

async function booksAfter(rounds: readonly (readonly number[])[]): Promise<unknown> {
  const store = statementImports();
  await store.open(...POLICIES);
  for (const round of rounds) await Promise.all(round.map((index) => tell(store, FACTS[index] ?? paid('none', 'none', 1))));
  for (const index of IN_ORDER) await tell(store, FACTS[index] ?? paid('none', 'none', 1)); // until all are taken
  for (const index of IN_ORDER) await tell(store, FACTS[index] ?? paid('none', 'none', 1));
  const { items } = await store.money.payments.inSuspense({ limit: 100 });
  const accounts = await Promise.all(POLICIES.map((number) => accountOf(store, number)));
  return { accounts, suspense: items.map(({ amountMinor }) => amountMinor).toSorted((a, b) => a - b) };
}

/**
 * By hand. Credits 1, 4 (n mod 3 = 1) → OTHER; 2, 5 → nobody; 3, 6 and the second entry of 3 → FIRST (the bank gave it the reference again: another payment).
 * Returned: 4, 1, 2. FIRST: 300 + 300 + 600 + 90,000 allocated, 70,000 reversed. OTHER: 80,000. THIRD: 12,500. Suspense: 500.
 * Each owes 10,000, so that OTHER has 70,000 of excess and THIRD 2,500: enough for all that is moved, in any order.
 */
const BOOKS = {
  accounts: [
    [91_200, { inMinor: 1_500, outMinor: 0, disbursedMinor: 0 }, 82_700],
    [80_000, { inMinor: 0, outMinor: 5_000, disbursedMinor: 0 }, 65_000],
    [12_500, { inMinor: 5_000, outMinor: 1_500, disbursedMinor: 1_000 }, 5_000],
  ],
  suspense: [500],
};

test('told in order', async () => {
  expect(await booksAfter(IN_ORDER.map((index) => [index]))).toEqual(BOOKS);
});

test('told in any order, again, and at once', async () => {
  const someAtOnce = fc.array(fc.nat(FACTS.length - 1), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(fc.array(someAtOnce, { maxLength: 8 }), async (rounds) => {
      expect(await booksAfter(rounds)).toEqual(BOOKS);
    }),
    { numRuns: 60 },
  );
}, 120_000);
