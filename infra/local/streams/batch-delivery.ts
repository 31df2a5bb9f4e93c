import { setTimeout as delay } from 'node:timers/promises';
import * as z from 'zod';
import type { FunctionError, LambdaFunction } from '../lambda/lambda-function.ts';
import type { OutboxRecord } from './stream-event.ts';

/** As deployed: ten records at once, and six tries. The pauses are real time: they stand for seconds, not for days. */
const BATCH = 10;
const RETRY_AFTER_MS = [50, 100, 200, 400, 800] as const;

export interface FailedRecord {
  readonly record: OutboxRecord;
  readonly attempts: number;
  readonly error: Pick<FunctionError, 'errorType' | 'errorMessage'>;
}

/**
 * Delivers records to a function as Lambda's event source mapping does with ReportBatchItemFailures: from the first record
 * that failed on, all are delivered again. Resolves when each has succeeded or was given up, with those given up.
 */
export const deliver = async (target: LambdaFunction, records: readonly OutboxRecord[]): Promise<readonly FailedRecord[]> => {
  const failed: FailedRecord[] = [];
  for (let start = 0; start < records.length; start += BATCH)
    failed.push(...(await deliverBatch(target, records.slice(start, start + BATCH))));
  return failed;
};

const deliverBatch = async (target: LambdaFunction, records: readonly OutboxRecord[]): Promise<readonly FailedRecord[]> => {
  let outstanding = records;
  for (let attempt = 1; ; attempt++) {
    const failures = failuresOf(outstanding, await target.invoke({ Records: outstanding }));
    const [first] = failures;
    if (first === undefined) return [];
    const pauseMs = RETRY_AFTER_MS[attempt - 1];
    if (pauseMs === undefined) return failures.map((failure) => ({ ...failure, attempts: attempt }));
    outstanding = outstanding.slice(outstanding.indexOf(first.record));
    await delay(pauseMs);
  }
};

type Failure = Omit<FailedRecord, 'attempts'>;

const RESPONSE = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string().min(1) })).nullish() }).nullish();

/** A throw, and an answer that can't be understood, fail all of the batch; no answer, and an empty list, none. */
const failuresOf = (records: readonly OutboxRecord[], outcome: Awaited<ReturnType<LambdaFunction['invoke']>>): readonly Failure[] => {
  if (!outcome.ok) return records.map((record) => ({ record, error: outcome.error }));
  const response = RESPONSE.safeParse(outcome.result);
  const names = response.data?.batchItemFailures?.map(({ itemIdentifier }) => itemIdentifier) ?? [];
  const isUnderstood = response.success && names.every((name) => records.some(({ dynamodb }) => dynamodb.SequenceNumber === name));
  if (!isUnderstood) return records.map((record) => ({ record, error: BAD_RESPONSE }));
  return records.filter(({ dynamodb }) => names.includes(dynamodb.SequenceNumber)).map((record) => ({ record, error: REPORTED }));
};

const BAD_RESPONSE = { errorType: 'InvalidResponse', errorMessage: 'the batch response names no records of the batch' };
const REPORTED = { errorType: 'BatchItemFailure', errorMessage: 'the function reported the record as failed' };
