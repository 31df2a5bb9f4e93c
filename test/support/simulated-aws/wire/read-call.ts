import { functionNameOf } from '../../../../infra/local/arns.ts';
import type { AwsCall, InvocationType } from './aws-call.ts';

/** What of the SDK's HTTP request matters here. */
export interface WireRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** All services share one address, so a call is known by its protocol: a target header, a path, or a form. */
export function readCall(request: WireRequest): AwsCall {
  const target = request.headers['x-amz-target'];
  if (target !== undefined) return targeted(target, request);
  const [, root = '', ...rest] = request.path.split('/').map(decodeURIComponent);
  if (root === 'schedules')
    return {
      service: 'scheduler',
      operation: SCHEDULE_OPERATIONS[request.method] ?? request.method,
      name: rest[0] ?? '',
      input: json(request),
    };
  if (root === '2015-03-31')
    return { service: 'lambda', operation: invocationType(request), functionName: functionNameOf(rest[1] ?? ''), payload: textOf(request) };
  const form = new Map(new URLSearchParams(textOf(request)));
  return { service: 'ses', operation: form.get('Action') ?? '', form };
}

const SCHEDULE_OPERATIONS: Readonly<Record<string, string>> = {
  POST: 'CreateSchedule',
  PUT: 'UpdateSchedule',
  DELETE: 'DeleteSchedule',
  GET: 'GetSchedule',
};

/** X-Amz-Target: DynamoDB_20120810.PutItem, AWSEvents.PutEvents */
function targeted(target: string, request: WireRequest): AwsCall {
  const [api = '', operation = ''] = target.split('.');
  return { service: api === 'AWSEvents' ? 'events' : 'dynamodb', operation, input: json(request) };
}

const invocationType = ({ headers }: WireRequest): InvocationType =>
  headers['x-amz-invocation-type'] === 'Event' ? 'Event' : 'RequestResponse';

const json = (request: WireRequest): object => JSON.parse(textOf(request) || '{}') as object;

const textOf = ({ body }: WireRequest): string => (body instanceof Uint8Array ? new TextDecoder().decode(body) : String(body ?? ''));
