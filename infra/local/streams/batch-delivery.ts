import { setTimeout as delay } from 'node:timers/promises';
import * as z from 'zod';
import type { FunctionError, InvocationOutcome, LambdaFunction } from '../lambda/lambda-function.ts';
import type { StreamRecord } from './streams-client.ts';

/** Six tries. The pauses are real time: they stand for seconds, not for days. */
const RETRY_AFTER_MS = [50, 100, 200, 400, 800] as const;

export interface FailedRecord {
  readonly record: StreamRecord;
  readonly attempts: number;
  readonly error: Reason;
}

type Reason = Pick<FunctionError, 'errorType' | 'errorMessage'>;

/**
 * Delivers records to a function as Lambda's event source mapping does with ReportBatchItemFailures and bisection. Resolves
 * when each has succeeded or was given up, with those given up.
 */
export const deliver = async (
  target: LambdaFunction,
  records: readonly StreamRecord[],
  atOnce: number,
): Promise<readonly FailedRecord[]> => {
  const failed: FailedRecord[] = [];
  for (let start = 0; start < records.length; start += atOnce) {
    failed.push(...(await deliverBatch(target, records.slice(start, start + atOnce))));
  }
  return failed;
};

/**
 * From the first record that failed on, all are delivered again, since the function may not have looked at them. When it has
 * failed too often it is given up, and those after it start afresh. A batch that fails as a whole is halved, until the record
 * that breaks it stands alone: [1 2 bad 4] → [1 2] ok, [bad 4] → [bad] given up, [4] ok.
 */
const deliverBatch = async (target: LambdaFunction, records: readonly StreamRecord[]): Promise<readonly FailedRecord[]> => {
  let outstanding = records;
  for (let attempt = 1; ; attempt++) {
    const failure = failureIn(outstanding, await target.invoke({ Records: outstanding }));
    if (failure === null) return [];
    if (failure.first === 'unknown' && outstanding.length > 1) return halves(target, outstanding);
    const first = failure.first === 'unknown' ? 0 : failure.first;
    if (first > 0) attempt = 1; // it got ahead
    outstanding = outstanding.slice(first);
    const [record, ...rest] = outstanding;
    if (record === undefined) return [];
    const pauseMs = RETRY_AFTER_MS[attempt - 1];
    if (pauseMs === undefined) return [{ record, attempts: attempt, error: failure.error }, ...(await deliverRest(target, rest))];
    await delay(pauseMs);
  }
};

const halves = async (target: LambdaFunction, records: readonly StreamRecord[]): Promise<readonly FailedRecord[]> => {
  const middle = Math.ceil(records.length / 2);
  return [...(await deliverBatch(target, records.slice(0, middle))), ...(await deliverBatch(target, records.slice(middle)))];
};

const deliverRest = (target: LambdaFunction, rest: readonly StreamRecord[]): Promise<readonly FailedRecord[]> =>
  rest.length === 0 ? Promise.resolve([]) : deliverBatch(target, rest);

interface Failure {
  /** Index of the first record that failed. */
  readonly first: number | 'unknown';
  readonly error: Reason;
}

const RESPONSE = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })).nullish() }).nullish();

/** No answer and an empty list are a success; a throw, and an answer that can't be understood, a failure of the whole batch. */
const failureIn = (records: readonly StreamRecord[], outcome: InvocationOutcome): Failure | null => {
  if (!outcome.ok) return { first: 'unknown', error: outcome.error };
  const response = RESPONSE.safeParse(outcome.result);
  if (!response.success) return { first: 'unknown', error: BAD_RESPONSE };
  const named = response.data?.batchItemFailures?.map(({ itemIdentifier }) => indexOf(records, itemIdentifier)) ?? [];
  if (named.includes(-1)) return { first: 'unknown', error: BAD_RESPONSE };
  return named.length === 0 ? null : { first: Math.min(...named), error: REPORTED };
};

const indexOf = (records: readonly StreamRecord[], sequenceNumber: string): number =>
  records.findIndex(({ dynamodb }) => dynamodb.SequenceNumber === sequenceNumber);

const BAD_RESPONSE = { errorType: 'InvalidResponse', errorMessage: 'the batch response names no records of the batch' };
const REPORTED = { errorType: 'BatchItemFailure', errorMessage: 'the function reported the record as failed' };
