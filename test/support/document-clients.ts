import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { TABLES } from '../../shared/adapters/dynamodb/tables.ts';
import { dynoxideIsInstalled, emulatorClientConfig, startDynamoDb } from './dynamodb-endpoint.ts';
import { createMemoryDynamoDb, type MemoryDynamoDbOptions } from './simulated-aws/dynamodb/memory-dynamodb.ts';

/** As in production: undefined fields are simply not stored. */
const translate = { marshallOptions: { removeUndefinedValues: true } };

export const memoryDatabase = (options: MemoryDynamoDbOptions = {}) => createMemoryDynamoDb(TABLES, { translate, ...options });

/** Our tables in the emulator; undefined where it is not installed. */
export async function emulatedDatabase(): Promise<{ readonly client: DynamoDBDocumentClient; stop(): Promise<void> } | undefined> {
  if (!dynoxideIsInstalled) return undefined;
  const { endpoint, stop } = await startDynamoDb(TABLES);
  const client = new DynamoDBClient(emulatorClientConfig(endpoint));
  return {
    client: DynamoDBDocumentClient.from(client, translate),
    stop: async () => {
      client.destroy();
      await stop();
    },
  };
}
