import {
  DeleteTableCommand,
  DynamoDBClient,
  ResourceNotFoundException,
  waitUntilTableExists,
  waitUntilTableNotExists,
} from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { dynoxideIsInstalled, emulatorClientConfig, startDynamoDb } from '../../support/dynamodb-endpoint.ts';
import { createTables } from '../../support/simulated-aws/dynamodb/create-tables.ts';
import { createMemoryDynamoDb, type MemoryDynamoDb } from '../../support/simulated-aws/dynamodb/memory-dynamodb.ts';
import type { TableDefinition } from '../../support/simulated-aws/dynamodb/table-definition.ts';

export type SubjectName = 'memory' | 'dynoxide' | 'amazonLocal' | 'endpoint';

export type Running = {
  readonly client: DynamoDBDocumentClient;
  readonly memory?: MemoryDynamoDb;
  /** Of an emulator that takes any signature. */
  readonly emulator?: string;
  stop(): Promise<void>;
};

export type Subject = {
  readonly name: SubjectName;
  /** Why it cannot run here. */
  readonly missing?: string;
  readonly start: (tables: readonly TableDefinition[]) => Promise<Running>;
};

const memory: Subject = {
  name: 'memory',
  start: async (tables) => {
    const client = createMemoryDynamoDb(tables);
    return { client, memory: client, stop: async () => client.destroy() };
  },
};

const dynoxide: Subject = {
  name: 'dynoxide',
  ...(!dynoxideIsInstalled && { missing: 'skipped: the package @dynoxide/linux-x64 is not installed on this platform' }),
  start: async (tables) => {
    const { endpoint, stop } = await startDynamoDb(tables);
    const client = new DynamoDBClient({ ...emulatorClientConfig(endpoint), maxAttempts: 1 });
    return {
      client: DynamoDBDocumentClient.from(client),
      emulator: endpoint,
      stop: async () => {
        client.destroy();
        await stop();
      },
    };
  },
};

/** AWS takes seconds to create or drop a table, an emulator none. */
const patience = { minDelay: 1, maxDelay: 5, maxWaitTime: 120 };

const givenEndpoint = process.env['AWS_ENDPOINT_URL_DYNAMODB'];

/** amazon-local.ts sets it: what answers there is Amazon's own emulator, and takes any signature. */
const isAmazonLocal = process.env['DYNAMODB_LOCAL'] === 'yes';

const endpoint: Subject = {
  name: isAmazonLocal ? 'amazonLocal' : 'endpoint',
  ...(givenEndpoint === undefined && { missing: 'skipped: AWS_ENDPOINT_URL_DYNAMODB is not set' }),
  start: async (tables) => {
    const hasCredentials = process.env['AWS_ACCESS_KEY_ID'] !== undefined;
    const client = new DynamoDBClient(hasCredentials ? {} : emulatorClientConfig(givenEndpoint ?? ''));
    await dropTables(client, tables);
    await createTables(client, tables);
    for (const { name } of tables) await waitUntilTableExists({ client, ...patience }, { TableName: name });
    return {
      client: DynamoDBDocumentClient.from(client),
      ...(isAmazonLocal && givenEndpoint !== undefined && { emulator: givenEndpoint }),
      stop: async () => {
        await dropTables(client, tables);
        client.destroy();
      },
    };
  },
};

const dropTables = async (client: DynamoDBClient, tables: readonly TableDefinition[]): Promise<void> => {
  for (const { name } of tables) {
    try {
      await client.send(new DeleteTableCommand({ TableName: name }));
      await waitUntilTableNotExists({ client, ...patience }, { TableName: name });
    } catch (error) {
      if (!(error instanceof ResourceNotFoundException)) throw error;
    }
  }
};

export const subjects: readonly Subject[] = [memory, dynoxide, endpoint];
