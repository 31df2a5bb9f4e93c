import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
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
    this.addSubscription(new EmailSubscription(alarmAddress, { deadLetterQueue: deadLetters }));
  }
}
