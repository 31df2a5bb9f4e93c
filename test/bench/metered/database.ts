import { TABLES } from '../../../shared/adapters/dynamodb/tables.ts';
import { dynoxideIsInstalled, startDynamoDb } from '../../support/dynamodb-endpoint.ts';
import { MemoryDatabase } from '../../support/simulated-aws/dynamodb/memory-database.ts';
import { jsonAnswer } from '../../support/simulated-aws/wire/answers.ts';
import type { WireAnswer } from '../../support/simulated-aws/wire/aws-call.ts';

/** DynamoDB with our tables, empty. */
export interface Database {
  readonly name: string;
  handle(operation: string, input: object): Promise<WireAnswer>;
  stop(): Promise<void>;
}

export function databaseInMemory(now: () => number): Database {
  const database = new MemoryDatabase(TABLES, { now });
  return {
    name: 'in memory',
    handle: async (operation, input) => {
      const { status, body } = database.handle(operation, input);
      return jsonAnswer(body, status);
    },
    stop: async () => undefined,
  };
}

/** The emulator that the local cloud runs on; where it is not installed, the one in memory, which the same contract holds. */
export async function localDatabase(now: () => number): Promise<Database> {
  if (!dynoxideIsInstalled) return databaseInMemory(now);
  const { endpoint, stop } = await startDynamoDb(TABLES);
  return {
    name: 'dynoxide',
    handle: async (operation, input) => {
      const headers = { ...HEADERS, 'x-amz-target': `DynamoDB_20120810.${operation}` };
      const response = await fetch(endpoint, { method: 'POST', headers, body: JSON.stringify(input) });
      return jsonAnswer(await response.text(), response.status);
    },
    stop,
  };
}

/** An emulator takes any signature, but none that is missing. */
const HEADERS = {
  'content-type': 'application/x-amz-json-1.0',
  'x-amz-date': '20200101T000000Z',
  authorization: 'AWS4-HMAC-SHA256 Credential=emulator/20200101/eu-central-1/dynamodb/aws4_request, SignedHeaders=host, Signature=none',
};
