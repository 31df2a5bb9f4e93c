import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand, type PutCommandInput, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Run, RunStore } from '../../ports/run-store.ts';
import type { Item } from './item.ts';

const partOf = (kind: Run['kind']): string => (kind === 'reassessment' ? 'run' : 'preview');

const runItem = (run: Run): Item => ({ ...run, part: partOf(run.kind), record: run.runId });

function readRun(item: Item): Run {
  const { part: _part, record: _record, ...run } = item;
  return run as unknown as Run;
}

export function runStore(client: DynamoDBDocumentClient, table: string): RunStore {
  async function put(run: Run, condition: Omit<PutCommandInput, 'TableName' | 'Item'>): Promise<boolean> {
    try {
      await client.send(new PutCommand({ TableName: table, Item: runItem(run), ...condition }));
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }

  return {
    start: async (run) => ((await put(run, { ConditionExpression: 'attribute_not_exists(part)' })) ? 'started' : 'exists'),

    async read(kind, runId) {
      const Key = { part: partOf(kind), record: runId };
      const { Item } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
      return Item && readRun(Item);
    },

    async advance(seen, next) {
      const nobodyWasFaster = {
        ConditionExpression: '#pages = :pages AND #state = :running',
        ExpressionAttributeNames: { '#pages': 'pages', '#state': 'state' },
        ExpressionAttributeValues: { ':pages': seen.pages, ':running': 'running' },
      };
      return (await put(next, nobodyWasFaster)) ? 'advanced' : 'overtaken';
    },

    async latestReassessment() {
      const runs = { KeyConditionExpression: 'part = :part', ExpressionAttributeValues: { ':part': partOf('reassessment') } };
      const one = { ScanIndexForward: false, Limit: 1, ConsistentRead: true };
      const { Items } = await client.send(new QueryCommand({ TableName: table, ...runs, ...one }));
      return Items?.[0] && readRun(Items[0]);
    },
  };
}
