import { BatchGetCommand, type DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { dynamoDb } from '../../functions/runtime/dynamodb.ts';
import { type TableNames, tableNames } from '../../shared/adapters/dynamodb/table-names.ts';
import type { Insurer } from '../support/insurer.ts';
import { median, perSecond } from './bounded-loop.ts';

const POLICIES = Array.from({ length: 300 }, (_, index) => `RUN-${index}`);
const AT_ONCE = 16;
const RUNS = 5;

/** Due on 1 March 2027: each run is of the next checkpoint of every policy, some days after the one before. */
const LATER = {
  coverFrom: '2027-03-01',
  coverTo: '2028-02-28',
  paymentPlan: { kind: 'installments', count: 4, everyMonths: 3, firstDueOn: '2027-03-01' },
};
const AFTER_CHECKPOINTS = ['2027-02-16', '2027-02-27', '2027-03-03', '2027-03-10', '2027-03-12', '2027-03-19'];

export interface CheckpointRates {
  readonly handler: number;
  readonly bare: number;
  readonly handlerToBare: number;
}

/** Clear checkpoints a second through the handler, and the same reads and writes in a bare loop: in turn, in one run. */
export async function benchCheckpoints(insurer: Insurer): Promise<CheckpointRates> {
  for (const policyNumber of POLICIES) {
    await insurer.policy(policyNumber, LATER);
    await insurer.pay(`all of ${policyNumber}`, policyNumber, '120000.00');
  }
  const { createHandler } = await import('../../functions/checkpoints/run-checkpoint.handler.ts'); // reads the environment of the local cloud
  let now = insurer.cloud.clock.now();
  const handler = createHandler({ clock: { now: () => now } });
  const [client, tables] = [dynamoDb(BARE), tableNames(process.env)];
  const rates: { handler: number; bare: number }[] = [];
  for (const [run, day] of AFTER_CHECKPOINTS.entries()) {
    now = Date.parse(`${day}T12:00:00Z`);
    const bare = await perSecond(POLICIES.length, AT_ONCE, (index) => bareRun(client, tables, { policyNumber: policyOf(index), run }));
    const settled = await perSecond(POLICIES.length, AT_ONCE, async (index) => {
      const { outcome } = await handler({ policyNumber: policyOf(index), clientId: 'UA-1' });
      if (outcome !== 'settled') throw new Error(`nothing was settled on ${day}: ${outcome}`);
    });
    if (run >= AFTER_CHECKPOINTS.length - RUNS) rates.push({ handler: settled, bare }); // the first run warms up
  }
  return {
    handler: median(rates.map((r) => r.handler)),
    bare: median(rates.map((r) => r.bare)),
    handlerToBare: median(rates.map((r) => r.handler / r.bare)),
  };
}

const BARE = {};
const policyOf = (index: number): string => POLICIES[index] ?? '';

/** A BatchGetItem of five, a transaction of three with the same conditions; the handler asks the Scheduler, too. */
async function bareRun(
  client: DynamoDBDocumentClient,
  { Policies, Clients, Significance, Journal }: TableNames,
  { policyNumber, run }: { readonly policyNumber: string; readonly run: number },
): Promise<void> {
  const records = ['policy', 'account', 'nextCheckpoint'].map((record) => ({ policyNumber, record }));
  const read = {
    [Policies]: { Keys: records, ConsistentRead: true },
    [Clients]: { Keys: [{ clientId: 'UA-1', record: 'client' }], ConsistentRead: true },
    [Significance]: { Keys: [{ part: 'model', record: 'v2' }], ConsistentRead: true },
  };
  await client.send(new BatchGetCommand({ RequestItems: read }));
  const own = `bare ${policyNumber}`;
  const next = { policyNumber: own, record: 'nextCheckpoint', generation: run + 1, dueBucket: 'bare', at: `2027-03-0${run + 1}` };
  const account = { TableName: Policies, Key: { policyNumber, record: 'account' }, ConditionExpression: 'moves >= :none' };
  const journal = { policyNumber: own, entry: `${run}`, kind: 'checkpoint', outcome: 'clear', inputs: 'x'.repeat(400) };
  await client.send(
    new TransactWriteCommand({
      TransactItems: [
        {
          Put: {
            TableName: Policies,
            Item: next,
            ConditionExpression: 'attribute_not_exists(generation) OR generation <= :g',
            ExpressionAttributeValues: { ':g': run },
          },
        },
        { ConditionCheck: { ...account, ExpressionAttributeValues: { ':none': 0 } } },
        { Put: { TableName: Journal, Item: journal, ConditionExpression: 'attribute_not_exists(policyNumber)' } },
      ],
    }),
  );
}
