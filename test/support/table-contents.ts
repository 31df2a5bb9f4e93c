import { createHash } from 'node:crypto';
import { DynamoDBClient, ListTablesCommand, paginateScan } from '@aws-sdk/client-dynamodb';
import { emulatorClientConfig } from './dynamodb-endpoint.ts';

/** Digests of what the tables of a running local cloud hold: two that are equal mean that nothing was stored in between. */
export function tableContents(endpoint: string) {
  const client = new DynamoDBClient(emulatorClientConfig(endpoint));

  async function digestOf(TableName: string): Promise<string> {
    const items: string[] = [];
    for await (const page of paginateScan({ client }, { TableName, ConsistentRead: true }))
      items.push(...(page.Items ?? []).map((item) => JSON.stringify(inOrder(item))));
    return `${items.length} ${createHash('sha256').update(items.toSorted().join('\n')).digest('hex').slice(0, 16)}`;
  }

  async function read(): Promise<string> {
    const { TableNames = [] } = await client.send(new ListTablesCommand({}));
    const digests = await Promise.all(TableNames.map(async (name) => `${name}: ${await digestOf(name)}`));
    return digests.join('\n');
  }

  /** What they hold once what goes on behind an answer has ended: nothing is left to be sent. */
  async function settled(): Promise<string> {
    for (let before = await read(), tries = 0; tries < 100; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 25));
      const after = await read();
      if (after === before && /outbox: 0 /.test(after)) return after;
      before = after;
    }
    throw new Error('the tables do not come to rest');
  }

  return { read, settled, stop: () => client.destroy() };
}

/** The emulator writes the attributes of an item in any order. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .map(([key, inner]) => [key, inOrder(inner)])
    .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1));
}
