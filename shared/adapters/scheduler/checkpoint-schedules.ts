import { createHash } from 'node:crypto';
import { ConflictException, CreateScheduleCommand, type SchedulerClient, ValidationException } from '@aws-sdk/client-scheduler';
import { formatInstant } from '../../domain/zone.ts';
import type { CheckpointWakeUps, WakeUp } from '../../ports/checkpoint-wake-ups.ts';
import type { Clock } from '../../ports/clock.ts';

export interface ScheduleTarget {
  readonly group: string;
  readonly functionArn: string;
  readonly roleArn: string;
  readonly deadLetterArn: string;
}

interface Deps {
  readonly scheduler: SchedulerClient;
  readonly target: ScheduleTarget;
  readonly clock: Clock;
  /** Invokes the checkpoint function at once, without waiting for it. */
  readonly invoke: (wakeUp: WakeUp) => Promise<void>;
}

/**
 * One-time schedules: created, never updated (an update is a full overwrite, last writer wins). The name holds policy and
 * generation, so creating twice conflicts, which means "armed already"; an outdated one fires and finds a newer generation.
 */
export function checkpointSchedules({ scheduler, target, clock, invoke }: Deps): CheckpointWakeUps {
  return {
    async ensure(wakeUp) {
      if (wakeUp.at <= clock.now()) return invoke(wakeUp);
      try {
        await scheduler.send(new CreateScheduleCommand(scheduleOf(wakeUp, target)));
      } catch (error) {
        if (error instanceof ConflictException) return; // armed already, by this or by a faster call
        if (error instanceof ValidationException && wakeUp.at <= clock.now() + 60_000) return invoke(wakeUp); // its minute passed on the way
        throw error;
      }
    },
  };
}

/** `cp-<policy>-<generation>`: 64 characters of [0-9a-zA-Z-_.] at most, so the policy number goes in hashed (128 bits). */
export const scheduleName = ({ policyNumber, generation }: Pick<WakeUp, 'policyNumber' | 'generation'>): string =>
  `cp-${createHash('sha256').update(policyNumber).digest('hex').slice(0, 32)}-${generation}`;

function scheduleOf(wakeUp: WakeUp, { group, functionArn, roleArn, deadLetterArn }: ScheduleTarget) {
  const { policyNumber, clientId, generation } = wakeUp;
  const Input = JSON.stringify({ policyNumber, clientId, generation }); // ids only: inputs are readable in the console
  return {
    Name: scheduleName(wakeUp),
    GroupName: group,
    ScheduleExpression: `at(${formatInstant(wakeUp.at).replace('Z', '')})`,
    ScheduleExpressionTimezone: 'UTC',
    FlexibleTimeWindow: { Mode: 'OFF' as const },
    ActionAfterCompletion: 'DELETE' as const,
    Target: {
      Arn: functionArn,
      RoleArn: roleArn,
      Input,
      // Scheduler retries only the hand-over to Lambda; the watchdog covers what comes after.
      RetryPolicy: { MaximumRetryAttempts: 20, MaximumEventAgeInSeconds: 3600 },
      DeadLetterConfig: { Arn: deadLetterArn },
    },
  };
}
