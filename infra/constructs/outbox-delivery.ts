import { CfnEventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { DECLARED_FUNCTIONS } from '../declared-functions.ts';
import type { ControlFunctions } from './control-functions.ts';
import type { DeadLetterQueue } from './dead-letter-queue.ts';

export interface OutboxDeliveryProps {
  readonly outboxStream: string;
  readonly functions: ControlFunctions;
  readonly deadLetters: DeadLetterQueue;
}

/**
 * The Outbox's stream, handed to the functions that do its intents. Lambda's defaults would try a bad record for a day and then
 * lose it, and everything behind it in the shard would wait. Ours: isolate it, try ten times more, put it away; the intent stays
 * in the table, so that the watchdog drives it again and its age rings the alarm.
 */
export class OutboxDelivery extends Construct {
  constructor(scope: Construct, id: string, { outboxStream, functions, deadLetters }: OutboxDeliveryProps) {
    super(scope, id);
    for (const { name, declaration } of DECLARED_FUNCTIONS) {
      const { trigger } = declaration;
      if (trigger.kind !== 'outbox') continue;
      new CfnEventSourceMapping(this, name, {
        functionName: functions.live(name).functionArn,
        eventSourceArn: outboxStream,
        startingPosition: 'TRIM_HORIZON', // intents written while the mapping is created are not missed
        filterCriteria: { filters: [{ pattern: JSON.stringify(inserted(trigger.intents)) }] },
        batchSize: trigger.batch.records,
        maximumBatchingWindowInSeconds: trigger.batch.windowSeconds,
        parallelizationFactor: 1, // mail is paced: one batch a shard at a time
        bisectBatchOnFunctionError: true,
        functionResponseTypes: ['ReportBatchItemFailures'],
        maximumRetryAttempts: 10, // mail over the SES rate is refused and comes again
        maximumRecordAgeInSeconds: 3600,
        destinationConfig: { onFailure: { destination: deadLetters.queueArn } },
      });
    }
  }
}

/** Deleting an intent, when its work is done, wakes nobody. */
const inserted = (intents: readonly string[]) => ({ eventName: ['INSERT'], dynamodb: { NewImage: { kind: { S: intents } } } });
