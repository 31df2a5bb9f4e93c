import { EventBus } from 'aws-cdk-lib/aws-events';
import type { Code } from 'aws-cdk-lib/aws-lambda';
import { CfnOutput, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { Configuration } from './configuration/configuration.ts';
import { ControlFunctions } from './constructs/control-functions.ts';
import { type DeadLetterHop, DeadLetterQueue } from './constructs/dead-letter-queue.ts';
import { Encryption } from './constructs/encryption.ts';
import { environmentOf } from './constructs/environment.ts';
import { aliasArn } from './constructs/function-arn.ts';
import { Ledger } from './constructs/ledger.ts';
import { MailOutcomes } from './constructs/mail-outcomes.ts';
import { NoticeDelivery } from './constructs/notice-delivery.ts';
import { OutboxDelivery } from './constructs/outbox-delivery.ts';
import { PublicApi } from './constructs/public-api.ts';
import { reachOf } from './constructs/reach.ts';
import { RecurringSchedules } from './constructs/recurring-schedules.ts';
import { ScheduleGroup } from './constructs/schedule-group.ts';
import { SignIn } from './constructs/sign-in.ts';
import { UploadBucket } from './constructs/upload-bucket.ts';
import { UploadedFiles } from './constructs/uploaded-files.ts';
import { Watch } from './constructs/watch/watch.ts';
import type { DeclaredName } from './declared-functions.ts';

export interface PremiumControlProps {
  readonly configuration: Configuration;
  readonly codeOf: (name: DeclaredName) => Code;
}

/** One stage: everything that controls the payment of premiums, a construct a capability, in the order in which data flows. */
export class PremiumControlStack extends Stack {
  constructor(scope: Construct, id: string, { configuration, codeOf }: PremiumControlProps) {
    const { stage, account, region, protectData } = configuration;
    const stackName = `premium-control-${stage}`;
    super(scope, id, { stackName, env: { account, region }, terminationProtection: protectData, description: `Premium Control, ${stage}` });

    const encryption = new Encryption(this, 'Encryption', configuration);
    const deadLetters = (hop: DeadLetterHop) => new DeadLetterQueue(this, hop, { stage, encryption });
    const queues = {
      firings: deadLetters('checkpoint-firings'),
      recurring: deadLetters('recurring-firings'),
      invocations: deadLetters('failed-invocations'),
      outbox: deadLetters('outbox-records'),
      mail: deadLetters('mail-events'),
      uploads: deadLetters('upload-events'),
      alarms: deadLetters('alarm-messages'),
    };
    const ledger = new Ledger(this, 'Ledger', { configuration, encryption });
    const checkpoints = new ScheduleGroup(this, 'Checkpoints', {
      groupName: `premium-control-${stage}-checkpoints`,
      targetArns: [aliasArn(this, stage, 'run-checkpoint')],
      deadLetters: queues.firings,
    });
    const notices = new NoticeDelivery(this, 'Notices', configuration);
    const events = new EventBus(this, 'Events', { eventBusName: stackName });
    const signIn = new SignIn(this, 'SignIn', configuration);
    const api = new PublicApi(this, 'Api', { configuration, encryption, signIn });

    const uploads = new UploadBucket(this, 'Uploads', { configuration, encryption });

    const parts = { scope: this, configuration, ledger, checkpoints, notices, events, api, uploads, queues };
    const functions = new ControlFunctions(this, 'Functions', {
      configuration,
      encryption,
      codeOf,
      environment: environmentOf(parts),
      reach: reachOf(parts),
      failedInvocations: queues.invocations,
    });
    api.serve((name) => functions.live(name));
    new OutboxDelivery(this, 'Outbox', { outboxStream: ledger.outboxStream, functions, deadLetters: queues.outbox });
    new MailOutcomes(this, 'MailOutcomes', { notices, functions, deadLetters: queues.mail });
    new UploadedFiles(this, 'UploadedFiles', { bucket: uploads, functions, deadLetters: queues.uploads });
    new RecurringSchedules(this, 'Recurring', { stage, functions, deadLetters: queues.recurring });
    new Watch(this, 'Watch', {
      services: { stage, api: api.api, ledger, deadLetters: Object.values(queues) },
      topic: { stage, alarmAddress: configuration.alarmAddress, encryption, deadLetters: queues.alarms },
    });
    new CfnOutput(this, 'ApiUrl', { value: api.url });
    new CfnOutput(this, 'TokenUrl', { value: `${signIn.domain.baseUrl()}/oauth2/token` });
    new CfnOutput(this, 'UserPoolId', { value: signIn.pool.userPoolId });
    new CfnOutput(this, 'MachineClientId', { value: signIn.machine.userPoolClientId });
    new CfnOutput(this, 'PeopleClientId', { value: signIn.people.userPoolClientId });
  }
}
