import { DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { TableDefinition } from '../../../shared/adapters/dynamodb/tables.ts';
import { REGION, tableName } from '../arns.ts';
import type { CleanUp } from '../clean-up.ts';
import type { LocalState } from '../state/local-state.ts';
import { type ShardReader, shardReader } from '../streams/shard-reader.ts';
import { streamsClient } from '../streams/streams-client.ts';
import { createMissingTables } from './create-tables.ts';

export interface Outbox {
  readonly reader: ShardReader;
  readonly streamArn: string;
}

interface Database {
  readonly url: string;
  readonly tables: readonly TableDefinition[];
  readonly state: LocalState;
}

/** Makes the tables, and opens the stream of the one that has one. */
export const openOutbox = async ({ url, tables, state }: Database, started: CleanUp): Promise<Outbox> => {
  const client = new DynamoDBClient({ endpoint: url, region: REGION, credentials: { accessKeyId: 'local', secretAccessKey: 'local' } });
  const streams = streamsClient(url);
  started.add(async () => {
    client.destroy();
    streams.close();
  });
  await createMissingTables(client, tables);
  const streamArn = await streamArnOf(client, tables);
  return { streamArn, reader: shardReader({ client: streams, streamArn, positionOf: (shardId) => state.streamPositions.get(shardId) }) };
};

const streamArnOf = async (client: DynamoDBClient, tables: readonly TableDefinition[]): Promise<string> => {
  const [outbox, ...others] = tables.filter(({ stream }) => stream);
  if (outbox === undefined || others.length > 0) throw new Error('exactly one table is declared with a stream');
  const { Table } = await client.send(new DescribeTableCommand({ TableName: tableName(outbox.name) }));
  if (Table?.LatestStreamArn === undefined) throw new Error(`table ${outbox.name} has no stream`);
  return Table.LatestStreamArn;
};
