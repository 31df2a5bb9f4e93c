import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type InvokeAnswer, type InvokeCall, invocationType } from '../lambda/invoke-api.ts';
import type { RestCall } from '../scheduler/scheduler-api.ts';
import { AwsError } from './aws-error.ts';
import { readBody } from './request-body.ts';

const MOST_BYTES = 10_000_000;

export interface AwsServices {
  scheduler(call: RestCall): unknown;
  invoke(call: InvokeCall): Promise<InvokeAnswer>;
  putEvents(body: unknown): unknown;
}

/** One port for the services that are our own: Scheduler and Lambda are told apart by path, EventBridge by its X-Amz-Target header. */
export const awsEndpoint = (services: AwsServices) => async (request: IncomingMessage, response: ServerResponse) => {
  try {
    send(response, await answer(services, request));
  } catch (error) {
    send(response, errorAnswer(error));
  }
};

const answer = async (services: AwsServices, request: IncomingMessage): Promise<InvokeAnswer> => {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const segments = url.pathname.slice(1).split('/').map(decodeURIComponent);
  const body = await readBody(request, MOST_BYTES);
  if (body === null) throw new AwsError('RequestTooLargeException', 413, `More than ${MOST_BYTES} bytes.`);
  const target = request.headers['x-amz-target'];
  if (target === 'AWSEvents.PutEvents') return json(services.putEvents(parseJson(body)), 'application/x-amz-json-1.1');
  const [first, collection, nameOrArn = ''] = segments;
  if (first === '2015-03-31' && collection === 'functions' && segments[3] === 'invocations' && request.method === 'POST') {
    const type = invocationType(header(request, 'x-amz-invocation-type'));
    return services.invoke({ nameOrArn, type, payload: body.toString() });
  }
  return json(
    services.scheduler({ method: request.method ?? '', segments, query: url.searchParams, body: parseJson(body) }),
    'application/json',
  );
};

const header = (request: IncomingMessage, name: string): string | undefined => {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
};

const parseJson = (body: Buffer): unknown => {
  try {
    return body.length === 0 ? undefined : JSON.parse(body.toString());
  } catch {
    throw new AwsError('SerializationException', 400, 'The body is not JSON.');
  }
};

const json = (body: unknown, contentType: string): InvokeAnswer => ({
  status: 200,
  headers: { 'content-type': contentType },
  body: JSON.stringify(body),
});

const errorAnswer = (error: unknown): InvokeAnswer => {
  if (!(error instanceof AwsError)) console.error('a local AWS endpoint failed:', error);
  const { name, status, message } =
    error instanceof AwsError ? error : new AwsError('InternalServerException', 500, 'The local endpoint failed.');
  return {
    status,
    headers: { 'content-type': 'application/json', 'x-amzn-errortype': name },
    body: JSON.stringify({ __type: name, Message: message, message }),
  };
};

const send = (response: ServerResponse, { status, headers, body }: InvokeAnswer): void => {
  response.writeHead(status, { ...headers, 'x-amzn-requestid': randomUUID(), 'content-length': Buffer.byteLength(body) });
  response.end(body);
};
