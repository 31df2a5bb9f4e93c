import { BatchGetCommand, type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { expect, test } from 'vitest';
import { controlStore } from '../../shared/adapters/dynamodb/control-store.ts';
import { noticeStore } from '../../shared/adapters/dynamodb/notice-store.ts';
import { TABLES } from '../../shared/adapters/dynamodb/tables.ts';
import { endHold } from '../../shared/usecases/relieve-policy.ts';
import { changing } from '../support/changing.ts';
import { holdOf, policyOf } from '../support/policies.ts';
import { portfolioItems, putItems } from '../support/portfolio-items.ts';
import { clientFacts, NAMES, significanceWorld } from '../support/significance-world.ts';
import { createMemoryDynamoDb } from '../support/simulated-aws/dynamodb/memory-dynamodb.ts';
import { LETTER } from '../support/stored-notices.ts';

/** BatchGetItem is not a snapshot: the policy's facts are read, then its hold is ended, then the rest is read. */
const HOLD = holdOf('2026-11-20', '2026-12-24');
const policy = policyOf({ relief: [HOLD] });
const { policyNumber, clientId } = policy;
const pace = { random: () => 0, sleep: async () => undefined };
const notice = { ...LETTER, policyNumber, clientId, state: 'PENDING' };

async function torn(): Promise<{ readonly client: DynamoDBDocumentClient; readonly reads: () => number }> {
  const client = createMemoryDynamoDb(TABLES, { translate: { marshallOptions: { removeUndefinedValues: true } } });
  const owner = { ...clientFacts(clientId), record: 'client', version: 1 };
  await putItems(client, portfolioItems({ policy, payments: [] }, NAMES), { Clients: [owner], Notices: [notice] });
  const before = (await client.send(new GetCommand({ TableName: 'Policies', Key: { policyNumber, record: 'policy' } }))).Item;
  await endHold(changing(client).deps, { policyNumber, reliefId: HOLD.reliefId, by: 'olena' });
  let reads = 0;
  const send = async (command: BatchGetCommand) => {
    const answer = await client.send(command);
    if (command instanceof BatchGetCommand && ++reads === 1) {
      const Policies = (answer.Responses?.['Policies'] ?? []).map((item) => (item['record'] === 'policy' ? before : item));
      return { ...answer, Responses: { ...answer.Responses, Policies } };
    }
    return answer;
  };
  return { client: Object.assign(Object.create(client), { send }) as DynamoDBDocumentClient, reads: () => reads };
}

test('control never decides on facts from before a change and the generation after it', async () => {
  const { client, reads } = await torn();
  const read = await controlStore({ client, tables: NAMES, models: significanceWorld(client).models, pace }).read(policyNumber, clientId);
  expect(read?.policy.relief).toMatchObject([{ reliefId: HOLD.reliefId, endedOn: '2026-11-22' }]);
  expect(read?.progress.generation).toBe(2);
  expect(reads()).toBe(2);
});

test('a sender never re-checks a notice against such facts', async () => {
  const { client, reads } = await torn();
  const [seen] = await noticeStore(client, NAMES, pace).read(clientId, [{ noticeId: notice.noticeId, policyNumber }]);
  expect(seen?.policy.relief).toMatchObject([{ reliefId: HOLD.reliefId, endedOn: '2026-11-22' }]);
  expect(reads()).toBe(2);
});
