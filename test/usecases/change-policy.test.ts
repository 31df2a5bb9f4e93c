import { DeleteCommand, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { expect, test } from 'vitest';
import { TABLES } from '../../shared/adapters/dynamodb/tables.ts';
import { endHold } from '../../shared/usecases/relieve-policy.ts';
import { changing } from '../support/changing.ts';
import { holdOf, policyOf } from '../support/policies.ts';
import { portfolioItems, putItems } from '../support/portfolio-items.ts';
import { clientFacts, NAMES } from '../support/significance-world.ts';
import { createMemoryDynamoDb } from '../support/simulated-aws/dynamodb/memory-dynamodb.ts';

/** A policy on hold until Christmas; on 22 November the hold is ended, and something comes between reading and writing. */
const HOLD = holdOf('2026-11-20', '2026-12-24');
const policy = policyOf({ relief: [HOLD] });
const KEY = { policyNumber: policy.policyNumber, record: 'policy' };

async function ending(between?: (client: ReturnType<typeof createMemoryDynamoDb>) => Promise<unknown>) {
  let happens = between;
  const client = createMemoryDynamoDb(TABLES, {
    translate: { marshallOptions: { removeUndefinedValues: true } },
    intercept: async ({ target }, serve) => {
      const now = target === 'TransactWriteItems' ? happens : undefined;
      if (now) happens = undefined;
      await now?.(client);
      return serve();
    },
  });
  await putItems(client, portfolioItems({ policy, payments: [] }, NAMES), {
    Clients: [{ ...clientFacts(policy.clientId), record: 'client', version: 1 }],
  });
  const { deps, armed } = changing(client);
  const ended = endHold(deps, { policyNumber: policy.policyNumber, reliefId: HOLD.reliefId, by: 'olena' });
  const stored = async () => (await client.send(new GetCommand({ TableName: 'Policies', Key: KEY }))).Item;
  return { ended, stored, armed };
}

test('it is written, and what comes next is armed with the generation that was written', async () => {
  const { ended, stored, armed } = await ending();
  expect(await ended).toMatchObject({ endedOn: '2026-11-22' });
  expect((await stored())?.['relief']).toMatchObject([{ endedOn: '2026-11-22' }]);
  expect(armed.map(({ generation }) => generation)).toEqual([2]);
});

test('a payment comes between: it is planned again, and both count', async () => {
  const paid = new UpdateCommand({
    TableName: 'Policies',
    Key: { ...KEY, record: 'account' },
    UpdateExpression: 'ADD receivedMinor :m, moves :one',
    ExpressionAttributeValues: { ':m': 10_000, ':one': 1 },
  });
  const { ended, stored } = await ending((client) => client.send(paid));
  await ended;
  expect((await stored())?.['relief']).toMatchObject([{ endedOn: '2026-11-22' }]);
});

test('a policy that is gone is not made anew out of its relief', async () => {
  const { ended, stored } = await ending((client) => client.send(new DeleteCommand({ TableName: 'Policies', Key: KEY })));
  await expect(ended).rejects.toThrow();
  expect(await stored()).toBeUndefined();
});
