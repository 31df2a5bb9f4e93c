import { functionNameOf } from '../arns.ts';
import { AwsError } from '../http/aws-error.ts';
import type { AsyncInvocations } from './async-invocations.ts';
import type { LambdaFunction } from './lambda-function.ts';

export interface InvokeCall {
  readonly nameOrArn: string;
  readonly type: 'RequestResponse' | 'Event' | 'DryRun';
  /** JSON; empty counts as {}. */
  readonly payload: string;
}

export interface InvokeAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Lambda's Invoke. A function that failed is a 200 with the header X-Amz-Function-Error, as in AWS; `Event` is queued and answered at once. */
export const invokeApi =
  (functions: ReadonlyMap<string, LambdaFunction>, invocations: AsyncInvocations) =>
  async ({ nameOrArn, type, payload }: InvokeCall): Promise<InvokeAnswer> => {
    const name = functionNameOf(nameOrArn);
    const target = functions.get(name);
    if (target === undefined) throw new AwsError('ResourceNotFoundException', 404, `Function not found: ${nameOrArn}`);
    const event = parsePayload(payload);
    switch (type) {
      case 'DryRun':
        return { status: 204, headers: {}, body: '' };
      case 'Event':
        invocations.accept(name, JSON.stringify(event), 'invoke');
        return { status: 202, headers: {}, body: '' };
      case 'RequestResponse':
        return answerOf(await target.invoke(event));
    }
  };

const answerOf = (outcome: Awaited<ReturnType<LambdaFunction['invoke']>>): InvokeAnswer => {
  const headers = { 'content-type': 'application/json', 'x-amz-executed-version': '$LATEST' };
  if (!outcome.ok)
    return { status: 200, headers: { ...headers, 'x-amz-function-error': 'Unhandled' }, body: JSON.stringify(outcome.error) };
  return { status: 200, headers, body: JSON.stringify(outcome.result ?? null) };
};

const parsePayload = (payload: string): unknown => {
  try {
    return payload === '' ? {} : JSON.parse(payload);
  } catch (cause) {
    throw new AwsError('InvalidRequestContentException', 400, `Could not parse request body into json: ${String(cause)}`);
  }
};

export const invocationType = (header: string | undefined): InvokeCall['type'] => {
  if (header === undefined || header === 'RequestResponse') return 'RequestResponse';
  if (header === 'Event' || header === 'DryRun') return header;
  throw new AwsError('InvalidParameterValueException', 400, `Unknown invocation type: ${header}`);
};
