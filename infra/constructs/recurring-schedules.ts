import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import { DECLARED_FUNCTIONS } from '../declared-functions.ts';
import type { ControlFunctions } from './control-functions.ts';
import type { DeadLetterQueue } from './dead-letter-queue.ts';
import { aliasArn } from './function-arn.ts';
import { ScheduleGroup } from './schedule-group.ts';

export interface RecurringSchedulesProps {
  readonly stage: string;
  readonly functions: ControlFunctions;
  readonly deadLetters: DeadLetterQueue;
}

/** The longest that the Scheduler goes on trying, in seconds. */
const A_DAY = 86_400;

/**
 * What runs every so often, by the declaration. In a group of their own: functions may create schedules of the checkpoint group,
 * and none may touch the watchdog's.
 */
export class RecurringSchedules extends Construct {
  constructor(scope: Construct, id: string, { stage, functions, deadLetters }: RecurringSchedulesProps) {
    super(scope, id);
    const recurring = DECLARED_FUNCTIONS.flatMap(({ name, declaration: { trigger } }) =>
      trigger.kind === 'recurring' ? [{ name, rateMinutes: trigger.rateMinutes }] : [],
    );
    const targetArns = recurring.map(({ name }) => aliasArn(this, stage, name));
    const group = new ScheduleGroup(this, 'Schedules', { groupName: `premium-control-${stage}-recurring`, targetArns, deadLetters });
    for (const { name, rateMinutes } of recurring) {
      new CfnSchedule(this, name, {
        name,
        groupName: group.groupName,
        scheduleExpression: rateMinutes === 1 ? 'rate(1 minute)' : `rate(${rateMinutes} minutes)`,
        flexibleTimeWindow: { mode: 'OFF' },
        target: {
          arn: functions.live(name).functionArn,
          roleArn: group.role.roleArn,
          // the next run does the same work, so a firing is not worth repeating for longer than until then
          retryPolicy: { maximumRetryAttempts: 3, maximumEventAgeInSeconds: Math.min(Math.max(60, rateMinutes * 60), A_DAY) },
          deadLetterConfig: { arn: deadLetters.queueArn },
        },
      });
    }
  }
}
