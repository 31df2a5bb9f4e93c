import { Queue } from 'aws-cdk-lib/aws-sqs';
import { CfnOutput, Duration, Validations } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { Encryption } from './encryption.ts';

/** The hops where something can be given up. One queue each, so that the alarm's name says where to look. */
export type DeadLetterHop =
  | 'checkpoint-firings'
  | 'recurring-firings'
  | 'failed-invocations'
  | 'outbox-records'
  | 'mail-events'
  | 'upload-events'
  | 'alarm-messages';

/** Where what could not be delivered waits for a person: 14 days, the longest that SQS keeps anything. */
export class DeadLetterQueue extends Queue {
  readonly hop: DeadLetterHop;

  constructor(scope: Construct, hop: DeadLetterHop, { stage, encryption }: { readonly stage: string; readonly encryption: Encryption }) {
    super(scope, `DeadLetters-${hop}`, {
      queueName: `premium-control-${stage}-${hop}`,
      retentionPeriod: Duration.days(14),
      enforceSSL: true,
      ...encryption.ofQueues,
    });
    this.hop = hop;
    const reason = 'This queue is itself where dead letters end; a person replays them, and an alarm rings on the first.';
    Validations.of(this).acknowledge({ id: 'AwsSolutions-SQS3', reason }, { id: 'Serverless-SQSRedrivePolicy', reason });
    new CfnOutput(this, 'Url', { value: this.queueUrl, description: `Dead letters: ${hop}` });
  }
}
