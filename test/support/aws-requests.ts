import diagnosticsChannel from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';

/** Counts what this process really sends to AWS endpoints, by listening to Node's own HTTP client; streams (polling) left out. */
export async function countAwsRequests(work: () => Promise<unknown>): Promise<readonly string[]> {
  const sent: string[] = [];
  const listen = (message: unknown) => {
    const { request } = message as { readonly request: ClientRequest };
    const name = nameOf(request);
    if (name) sent.push(name);
  };
  diagnosticsChannel.subscribe('http.client.request.start', listen);
  try {
    await work();
  } finally {
    diagnosticsChannel.unsubscribe('http.client.request.start', listen);
  }
  return sent.toSorted();
}

function nameOf(request: ClientRequest): string | undefined {
  const target = String(request.getHeader('x-amz-target') ?? '');
  if (target.startsWith('DynamoDBStreams')) return undefined;
  if (target.startsWith('DynamoDB_')) return `DynamoDB ${target.split('.')[1]}`;
  if (target.startsWith('AWSEvents')) return 'EventBridge PutEvents';
  if (request.path.startsWith('/schedules/')) return `Scheduler ${request.method}`;
  if (request.path.includes('/invocations')) return 'Lambda Invoke';
  return String(request.getHeader('content-type')).includes('x-www-form-urlencoded') ? 'SES' : undefined;
}
