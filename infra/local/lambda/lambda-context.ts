import { randomUUID } from 'node:crypto';
import type { Context } from 'aws-lambda';
import { functionArn, functionFullName } from '../arns.ts';

/** What Lambda tells a handler about the invocation. Its deadline is in real time, whatever the movable clock says. */
export const lambdaContext = (functionName: string, timeoutMs: number): Context => {
  const deadline = performance.now() + timeoutMs;
  const fullName = functionFullName(functionName);
  return {
    awsRequestId: randomUUID(),
    functionName: fullName,
    functionVersion: '$LATEST',
    invokedFunctionArn: functionArn(functionName),
    memoryLimitInMB: '512',
    logGroupName: `/aws/lambda/${fullName}`,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: false,
    getRemainingTimeInMillis: () => Math.max(0, deadline - performance.now()),
    done: ignored,
    fail: ignored,
    succeed: ignored,
  };
};

/** Handlers of the callback era ended by these; the type asks for them still. */
const ignored = () => {};
