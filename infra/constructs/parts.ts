import type { EventBus } from 'aws-cdk-lib/aws-events';
import type { Construct } from 'constructs';
import type { Configuration } from '../configuration/configuration.ts';
import type { DeadLetterQueue } from './dead-letter-queue.ts';
import type { Ledger } from './ledger.ts';
import type { NoticeDelivery } from './notice-delivery.ts';
import type { PublicApi } from './public-api.ts';
import type { ScheduleGroup } from './schedule-group.ts';
import type { UploadBucket } from './upload-bucket.ts';

/** What there is for functions to work with; reach.ts and environment.ts say it to IAM and to the code. */
export interface Parts {
  readonly scope: Construct;
  readonly configuration: Configuration;
  readonly ledger: Ledger;
  readonly checkpoints: ScheduleGroup;
  readonly notices: NoticeDelivery;
  readonly events: EventBus;
  readonly api: PublicApi;
  readonly uploads: UploadBucket;
  readonly queues: {
    readonly firings: DeadLetterQueue;
    readonly invocations: DeadLetterQueue;
    readonly outbox: DeadLetterQueue;
  };
}
