import { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Duration, Validations } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { wokenBy } from '../declared-functions.ts';
import type { ControlFunctions } from './control-functions.ts';
import type { DeadLetterQueue } from './dead-letter-queue.ts';
import type { NoticeDelivery } from './notice-delivery.ts';

export interface MailOutcomesProps {
  readonly notices: NoticeDelivery;
  readonly functions: ControlFunctions;
  readonly deadLetters: DeadLetterQueue;
}

/**
 * What SES says of our letters, from the account's default bus to the functions declared for it. The account's other mail is on that bus
 * too: ours is told by its configuration set.
 */
export class MailOutcomes extends Construct {
  constructor(scope: Construct, id: string, { notices, functions, deadLetters }: MailOutcomesProps) {
    super(scope, id);
    for (const { name } of wokenBy('mailEvents')) {
      const target = new LambdaFunction(functions.live(name), { deadLetterQueue: deadLetters, maxEventAge: Duration.hours(24) });
      const rule = new Rule(this, name, {
        description: 'What became of our letters',
        eventPattern: { source: ['aws.ses'], resources: [notices.configurationSetArn] },
        targets: [target],
      });
      Validations.of(rule).acknowledge({
        id: '@aws-cdk/aws-events:ruleUnresolvedEnvironment',
        reason: 'Rule and function are of one stack; CDK only sees that the alias is known by its ARN.',
      });
    }
  }
}
