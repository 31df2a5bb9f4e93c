import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, expect, test } from 'vitest';
import { creditMoves } from '../../../shared/adapters/dynamodb/credit-moves.ts';
import type { CreditStep } from '../../../shared/ports/credit-moves.ts';
import type { JournalRecord } from '../../../shared/ports/journal.ts';
import { creditMove } from '../../support/credit-moves.ts';
import { memoryDatabase } from '../../support/document-clients.ts';
import { policyOf } from '../../support/policies.ts';
import { portfolioItems, putItems } from '../../support/portfolio-items.ts';
import { NAMES } from '../../support/significance-world.ts';

/** 5.00 leave policy P for policy Q of the same client: on both sides, or on none. */
let client: ReturnType<typeof memoryDatabase>;
beforeEach(async () => {
  client = memoryDatabase();
  const policies = ['P', 'Q'].map((policyNumber) => portfolioItems({ policy: policyOf({ policyNumber }), payments: [] }, NAMES));
  await putItems(client, ...policies);
});

const AT = '2026-11-22T10:00:00.000Z';
const told: JournalRecord = {
  entry: `${AT}#1`,
  policyNumber: 'P',
  at: AT,
  by: 'accountant',
  kind: 'status',
  status: 'active',
  reason: 'x',
};
const out = creditMove('transferOut', '2026-11-22', 500, { toPolicyNumber: 'Q', fingerprint: 'f' }) as CreditStep['out'];
const into = creditMove('transferIn', '2026-11-22', 500, { policyNumber: 'Q', fromPolicyNumber: 'P' }) as NonNullable<
  CreditStep['into']
>['move'];

const step = (different: Partial<CreditStep> = {}): CreditStep => ({
  out,
  seen: { moves: 0, status: 'active' },
  into: { move: into, clientId: policyOf().clientId, seenStatus: 'active' },
  journal: [told],
  intents: [],
  ...different,
});
const make = (different?: Partial<CreditStep>) =>
  creditMoves(client, NAMES, { random: () => 0, sleep: async () => undefined }).make(step(different));
const account = async (policyNumber: string) =>
  (await client.send(new GetCommand({ TableName: 'Policies', Key: { policyNumber, record: 'account' } }))).Item;
const set = (policyNumber: string, name: string, value: unknown) =>
  client.send(
    new UpdateCommand({
      TableName: 'Policies',
      Key: { policyNumber, record: 'account' },
      UpdateExpression: 'SET #n = :v',
      ExpressionAttributeNames: { '#n': name },
      ExpressionAttributeValues: { ':v': value },
    }),
  );

test('both policies count it, and whoever decides on either learns that money moved', async () => {
  expect(await make()).toBe('made');
  expect([(await account('P'))?.['moves'], (await account('Q'))?.['moves']]).toEqual([1, 1]);
});

test.each<[string, () => Promise<unknown>, Partial<CreditStep>?]>([
  ['money came or went since the excess was computed', () => set('P', 'moves', 1)],
  ['the policy has ended since', () => set('P', 'status', 'completed')],
  ['the target has ended', () => set('Q', 'status', 'lapsed')],
  ['the target is in another currency', () => set('Q', 'currency', 'EUR')],
  ['the target is another client’s', () => set('Q', 'clientOf', 'SOMEBODY')],
  ['it is made already', async () => void (await make({ journal: [] }).then(() => set('P', 'moves', 0)))],
  ['the journal has the record already', () => putItems(client, { Journal: [{ ...told }] })],
])('%s: nothing moves', async (_, happened) => {
  await happened();
  const before = [await account('P'), await account('Q')];
  expect(await make()).toBe('changed');
  expect([await account('P'), await account('Q')]).toEqual(before);
});
