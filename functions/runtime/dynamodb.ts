import type { AwsConnection } from '../../shared/adapters/aws-connection.ts';
import { documentClient } from '../../shared/adapters/dynamodb/document-client.ts';

type Client = ReturnType<typeof documentClient>;

const byEndpoint = new Map<string, Client>();
const byConnection = new WeakMap<AwsConnection, Client>();

/** One client a process and endpoint: connections are kept alive between invocations. In AWS there is one endpoint. */
export function dynamoDb(aws: AwsConnection | undefined): Client {
  if (aws) return remembered(byConnection, aws, () => documentClient(aws));
  return remembered(byEndpoint, process.env['AWS_ENDPOINT_URL_DYNAMODB'] ?? '', () => documentClient());
}

interface Memory<K> {
  get(key: K): Client | undefined;
  set(key: K, client: Client): unknown;
}

function remembered<K>(clients: Memory<K>, key: K, make: () => Client): Client {
  const known = clients.get(key);
  if (known) return known;
  const client = make();
  clients.set(key, client);
  return client;
}
