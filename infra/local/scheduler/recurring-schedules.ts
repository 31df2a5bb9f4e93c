import type { LocalFunction } from '../application.ts';
import { functionArn, RECURRING_GROUP, roleArn } from '../arns.ts';
import type { LocalState } from '../state/local-state.ts';
import type { ScheduleRequest } from './schedule.ts';
import type { ScheduleGroups } from './schedule-groups.ts';
import type { Schedules } from './schedules.ts';

export interface RecurringDeps {
  readonly state: LocalState;
  readonly schedules: Schedules;
  readonly groups: ScheduleGroups;
}

/** Makes the declared recurring schedules, as a deployment does: new ones are created, changed ones updated, others removed. */
export const ensureRecurringSchedules = (
  { state, schedules, groups }: RecurringDeps,
  functions: Readonly<Record<string, LocalFunction>>,
): void => {
  groups.ensure(RECURRING_GROUP);
  const kept = new Map(
    [...state.schedules.values()].filter(({ groupName }) => groupName === RECURRING_GROUP).map((kept) => [kept.name, kept]),
  );
  for (const [name, { trigger }] of Object.entries(functions)) {
    if (trigger.kind !== 'recurring') continue;
    const request = recurring(name, trigger.rateMinutes);
    const existing = kept.get(name);
    kept.delete(name);
    if (existing === undefined) schedules.create({ groupName: RECURRING_GROUP, name }, request);
    else if (existing.request.ScheduleExpression !== request.ScheduleExpression) schedules.update(existing, request);
  }
  for (const obsolete of kept.values()) schedules.delete(obsolete);
};

const recurring = (name: string, rateMinutes: number): ScheduleRequest => ({
  ScheduleExpression: `rate(${rateMinutes} ${rateMinutes === 1 ? 'minute' : 'minutes'})`,
  ScheduleExpressionTimezone: 'UTC',
  State: 'ENABLED',
  ActionAfterCompletion: 'NONE',
  FlexibleTimeWindow: { Mode: 'OFF' },
  Target: { Arn: functionArn(name), RoleArn: roleArn('recurring-schedules') },
});
