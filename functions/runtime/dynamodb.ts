import { documentClient } from '../../shared/adapters/dynamodb/document-client.ts';

let client: ReturnType<typeof documentClient> | undefined;

/** One client a process: connections are kept alive between invocations. */
export function dynamoDb(): ReturnType<typeof documentClient> {
  client ??= documentClient();
  return client;
}
