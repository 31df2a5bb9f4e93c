import { type Expression, occurrenceFrom, parseExpression } from './expression.ts';

/** A schedule as it is kept: what the caller asked for, in the API's own words, and when it fires next. */
export interface Schedule {
  readonly groupName: string;
  readonly name: string;
  readonly request: ScheduleRequest;
  readonly createdMs: number;
  readonly modifiedMs: number;
  /** null: not before somebody changes it (disabled, or all of its occurrences are past). */
  readonly nextMs: number | null;
  /** The time of the occurrence that fired last, however late it fired; absent before the first. */
  readonly lastMs?: number;
}

export interface ScheduleRequest {
  readonly ScheduleExpression: string;
  readonly ScheduleExpressionTimezone: string;
  readonly State: 'ENABLED' | 'DISABLED';
  readonly ActionAfterCompletion: 'NONE' | 'DELETE';
  readonly FlexibleTimeWindow: { readonly Mode: 'OFF' | 'FLEXIBLE'; readonly MaximumWindowInMinutes?: number | undefined };
  readonly Target: ScheduleTarget;
  /** Epoch seconds, as the protocol writes times. */
  readonly StartDate?: number | undefined;
  readonly EndDate?: number | undefined;
  readonly Description?: string | undefined;
  readonly KmsKeyArn?: string | undefined;
}

export interface ScheduleTarget {
  readonly Arn: string;
  readonly RoleArn: string;
  readonly Input?: string | undefined;
  readonly DeadLetterConfig?: { readonly Arn?: string | undefined } | undefined;
  readonly RetryPolicy?:
    | { readonly MaximumEventAgeInSeconds?: number | undefined; readonly MaximumRetryAttempts?: number | undefined }
    | undefined;
}

export interface ScheduleGroup {
  readonly name: string;
  readonly createdMs: number;
}

export const DEFAULT_GROUP = 'default';

export const scheduleKey = (schedule: { readonly groupName: string; readonly name: string }): string =>
  `${schedule.groupName}/${schedule.name}`;

export const isRecurring = (schedule: Schedule): boolean => !schedule.request.ScheduleExpression.startsWith('at(');

export const expressionOf = (request: ScheduleRequest): Expression =>
  parseExpression(request.ScheduleExpression, request.ScheduleExpressionTimezone);

/**
 * First occurrence of a schedule at or after an instant, within its start and end. Start and end bind recurring schedules
 * only. A rate begins at its start date, else when it was created or changed: at once, as in AWS.
 */
export const scheduleOccurrenceFrom = (schedule: Omit<Schedule, 'nextMs'>, fromMs: number): number | null => {
  const { request, modifiedMs } = schedule;
  if (request.State === 'DISABLED') return null;
  const expression = expressionOf(request);
  if (expression.kind === 'at') return occurrenceFrom(expression, fromMs, modifiedMs);
  const startMs = request.StartDate === undefined ? modifiedMs : request.StartDate * 1000;
  const occurrence = occurrenceFrom(expression, Math.max(fromMs, startMs), startMs);
  return occurrence !== null && request.EndDate !== undefined && occurrence > request.EndDate * 1000 ? null : occurrence;
};
