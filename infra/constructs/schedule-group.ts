import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import { ArnFormat, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { DeadLetterQueue } from './dead-letter-queue.ts';

export interface ScheduleGroupProps {
  readonly groupName: string;
  /** Aliases that schedules of the group may invoke. */
  readonly targetArns: readonly string[];
  readonly deadLetters: DeadLetterQueue;
}

/**
 * A group of schedules and the role the Scheduler takes to fire them. Trusted for this account and this group only, so that
 * nobody else's schedule can borrow the role (the confused deputy). The group, not one schedule: AWS may throttle a trust
 * that names single schedules.
 */
export class ScheduleGroup extends Construct {
  readonly groupName: string;
  /** All schedules of the group, existing or to come: what a caller may create. */
  readonly scheduleArns: string;
  readonly role: Role;

  constructor(scope: Construct, id: string, { groupName, targetArns, deadLetters }: ScheduleGroupProps) {
    super(scope, id);
    const stack = Stack.of(this);
    const group = new CfnScheduleGroup(this, 'Group', { name: groupName });
    this.groupName = group.ref;
    this.scheduleArns = stack.formatArn({ service: 'scheduler', resource: 'schedule', resourceName: `${groupName}/*` });
    const groupArn = stack.formatArn({
      service: 'scheduler',
      resource: 'schedule-group',
      resourceName: groupName,
      arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
    });
    this.role = new Role(this, 'Role', {
      description: `Fires the schedules of ${groupName}`,
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': stack.account, 'aws:SourceArn': groupArn } },
      }),
      inlinePolicies: {
        Fire: new PolicyDocument({
          statements: [
            new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [...targetArns] }),
            new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [deadLetters.queueArn] }),
          ],
        }),
      },
    });
  }
}
