import { documentClient } from '../../shared/adapters/dynamodb/document-client.ts';

type Client = ReturnType<typeof documentClient>;

const clients = new Map<string, Client>();

/** One client a process and endpoint: connections are kept alive between invocations. In AWS there is one endpoint. */
export function dynamoDb(): Client {
  const endpoint = process.env['AWS_ENDPOINT_URL_DYNAMODB'] ?? '';
  const known = clients.get(endpoint);
  if (known) return known;
  const client = documentClient();
  clients.set(endpoint, client);
  return client;
}
