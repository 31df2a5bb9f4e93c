import * as z from 'zod';
import { isTimeZone } from '../../../shared/domain/zone.ts';
import { validationError } from '../http/aws-error.ts';
import { parseExpression } from './expression.ts';
import { DEFAULT_GROUP, type ScheduleRequest } from './schedule.ts';
import { wholeSecond } from './schedules.ts';

const knownTimeZones = new Set(['UTC']);

/** Asking the runtime takes a third of a millisecond, and nearly all schedules are in UTC. */
const isKnownTimeZone = (name: string): boolean => {
  if (!knownTimeZones.has(name) && isTimeZone(name)) knownTimeZones.add(name);
  return knownTimeZones.has(name);
};

/** The service's own limits on names, targets and retry policies: what AWS would refuse is refused here. */
const NAME = z
  .string()
  .regex(/^[0-9a-zA-Z\-_.]{1,64}$/, 'Member must satisfy regular expression pattern: ^[0-9a-zA-Z-_.]+$ and have length 1 to 64');

const TARGET = z.object({
  Arn: z.string().min(1).max(1600),
  RoleArn: z.string().regex(/^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/, 'Member must be the ARN of an IAM role'),
  Input: z.string().min(1).optional(),
  DeadLetterConfig: z.object({ Arn: z.string().optional() }).optional(),
  RetryPolicy: z
    .object({
      MaximumEventAgeInSeconds: z.int().min(60).max(86_400).optional(),
      MaximumRetryAttempts: z.int().min(0).max(185).optional(),
    })
    .optional(),
});

const BODY = z.object({
  GroupName: NAME.default(DEFAULT_GROUP),
  ClientToken: z.string().min(1).max(64).optional(),
  ScheduleExpression: z.string().min(1).max(256),
  ScheduleExpressionTimezone: z.string().refine(isKnownTimeZone, 'Invalid Schedule Expression Timezone').default('UTC'),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  ActionAfterCompletion: z.enum(['NONE', 'DELETE']).default('NONE'),
  FlexibleTimeWindow: z.object({ Mode: z.enum(['OFF', 'FLEXIBLE']), MaximumWindowInMinutes: z.int().min(1).max(1440).optional() }),
  Target: TARGET,
  StartDate: z.number().optional(),
  EndDate: z.number().optional(),
  Description: z.string().max(512).optional(),
  KmsKeyArn: z.string().optional(),
});

export interface ScheduleCall {
  readonly groupName: string;
  readonly clientToken: string | undefined;
  readonly request: ScheduleRequest;
}

/** Reads the body of CreateSchedule and UpdateSchedule. Missing optional fields take their defaults: an update overwrites all. */
export const parseScheduleCall = (body: unknown, nowMs: number): ScheduleCall => {
  const { GroupName: groupName, ClientToken: clientToken, ...request } = checked(BODY, body);
  checkTimes(request, nowMs);
  checkInput(request.Target.Input);
  return { groupName, clientToken, request };
};

export const parseName = (text: string): string => checked(NAME, text);

const checked = <T>(schema: z.ZodType<T>, value: unknown): T => {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path, message }) => `Value at '${path.join('.')}' failed to satisfy constraint: ${message}`);
  throw validationError(`${problems.length} validation error${problems.length === 1 ? '' : 's'} detected: ${problems.join('; ')}`);
};

const checkTimes = (
  { ScheduleExpression, ScheduleExpressionTimezone, FlexibleTimeWindow, StartDate, EndDate }: ScheduleRequest,
  nowMs: number,
) => {
  const expression = asValidation('Invalid Schedule Expression', () => parseExpression(ScheduleExpression, ScheduleExpressionTimezone));
  if (expression.kind === 'at' && expression.atMs < wholeSecond(nowMs)) {
    throw validationError(`Invalid Schedule Expression ${ScheduleExpression}: the time is in the past`);
  }
  if (EndDate !== undefined && EndDate * 1000 < Math.max(nowMs, (StartDate ?? 0) * 1000)) {
    throw validationError('The EndDate you specify must come after the StartDate and must not be in the past');
  }
  if ((FlexibleTimeWindow.Mode === 'FLEXIBLE') !== (FlexibleTimeWindow.MaximumWindowInMinutes !== undefined)) {
    throw validationError('MaximumWindowInMinutes goes with a FlexibleTimeWindow of Mode FLEXIBLE, and only with that');
  }
};

/** A Lambda target takes JSON only. Context attributes may stand where a number would. */
const checkInput = (input: string | undefined) => {
  if (input === undefined) return;
  asValidation('Invalid Input: a Lambda function takes JSON', () => JSON.parse(input.replaceAll(/<aws\.scheduler\.[a-z-]+>/g, '0')));
};

const asValidation = <T>(what: string, read: () => T): T => {
  try {
    return read();
  } catch (error) {
    throw validationError(`${what}: ${error instanceof Error ? error.message : String(error)}`);
  }
};
