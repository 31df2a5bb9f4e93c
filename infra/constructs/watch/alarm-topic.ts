import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { ArnFormat, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { DeadLetterQueue } from '../dead-letter-queue.ts';
import type { Encryption } from '../encryption.ts';

export interface AlarmTopicProps {
  readonly stage: string;
  readonly alarmAddress: string;
  readonly encryption: Encryption;
  readonly deadLetters: DeadLetterQueue;
}

/** Where alarms go: encrypted, over TLS only, and by e-mail to whoever the configuration names. */
export class AlarmTopic extends Topic {
  constructor(scope: Construct, id: string, { stage, alarmAddress, encryption, deadLetters }: AlarmTopicProps) {
    super(scope, id, { topicName: `premium-control-${stage}-alarms`, masterKey: encryption.key, enforceSSL: true });
    this.letAlarmsPublish(stage);
    this.addSubscription(new EmailSubscription(alarmAddress, { deadLetterQueue: deadLetters }));
  }

  /** Said aloud, because a topic with a policy of its own has lost the one that lets the whole account publish. */
  private letAlarmsPublish(stage: string): void {
    const { account } = Stack.of(this);
    const alarms = Stack.of(this).formatArn({
      service: 'cloudwatch',
      resource: 'alarm',
      resourceName: `premium-control-${stage}-*`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    this.addToResourcePolicy(
      new PolicyStatement({
        sid: 'AlarmsOfThisStage',
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': account }, ArnLike: { 'aws:SourceArn': alarms } },
      }),
    );
  }
}
