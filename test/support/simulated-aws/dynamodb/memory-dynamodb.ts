import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, type TranslateConfig } from '@aws-sdk/lib-dynamodb';
import { type Answer, MemoryDatabase, type MemoryDatabaseOptions } from './memory-database.ts';
import { type Call, requestHandler } from './request-handler.ts';
import type { TableDefinition } from './table-definition.ts';

export type MemoryDynamoDbOptions = MemoryDatabaseOptions & {
  /** Stands between client and service. Calling `serve` is the service's work: a fault may come before it, after it, or instead. */
  readonly intercept?: (call: Call, serve: () => Answer) => Answer | Promise<Answer>;
  /** As in production. More than 1 makes the SDK retry, by its own timers and random pauses. */
  readonly maxAttempts?: number;
  readonly translate?: TranslateConfig;
};

/** A real document client whose wire ends in memory; `database` is the service behind it. */
export class MemoryDynamoDb extends DynamoDBDocumentClient {
  readonly database: MemoryDatabase;

  constructor(database: MemoryDatabase, { intercept = (_call, serve) => serve(), maxAttempts = 1, translate }: MemoryDynamoDbOptions) {
    const handler = requestHandler((call) => intercept(call, () => database.handle(call.target, call.input)));
    super(new DynamoDBClient({ ...offlineConfig, maxAttempts, requestHandler: handler }), translate);
    this.database = database;
  }
}

export const createMemoryDynamoDb = (tables: readonly TableDefinition[], options: MemoryDynamoDbOptions = {}): MemoryDynamoDb =>
  new MemoryDynamoDb(new MemoryDatabase(tables, options), options);

/** Everything that the SDK would else look up in files, in the environment or over the network, and a signature that nobody checks. */
const offlineConfig = {
  endpoint: 'http://dynamodb.memory',
  region: 'eu-central-1',
  credentials: { accessKeyId: 'memory', secretAccessKey: 'memory' },
  signer: { sign: async <T>(request: T): Promise<T> => request },
  retryMode: 'standard',
  defaultsMode: 'standard',
  accountIdEndpointMode: 'disabled',
  endpointDiscoveryEnabled: false,
  useDualstackEndpoint: false,
  useFipsEndpoint: false,
} as const;
