import { functionNameOf } from '../../../../infra/local/arns.ts';
import { jsonAnswer, restError } from '../wire/answers.ts';
import type { AwsCall, WireAnswer } from '../wire/aws-call.ts';

/** A one-time schedule that waits. */
export interface Schedule {
  readonly name: string;
  /** Epoch ms. */
  readonly at: number;
  readonly functionName: string;
  readonly input: string;
}

type SchedulerCall = Extract<AwsCall, { service: 'scheduler' }>;

interface Body {
  readonly ScheduleExpression: string;
  readonly ClientToken?: string;
  readonly ActionAfterCompletion?: string;
  readonly Target: { readonly Arn: string; readonly Input: string };
}

/** EventBridge Scheduler as far as one-time schedules go. It keeps them; whoever owns the time fires them. */
export class MemoryScheduler {
  readonly #waiting = new Map<string, Schedule>();
  readonly #tokens = new Map<string, string>();
  readonly #onCreated: (schedule: Schedule) => void;

  constructor(onCreated: (schedule: Schedule) => void) {
    this.#onCreated = onCreated;
  }

  serve({ operation, name, input }: SchedulerCall, now: number): WireAnswer {
    if (operation !== 'CreateSchedule') throw new Error(`${operation} is not simulated`);
    const { ScheduleExpression, ClientToken = '', ActionAfterCompletion, Target } = input as Body;
    const at = instantOf(ScheduleExpression);
    if (ActionAfterCompletion !== 'DELETE') throw new Error('a schedule that stays after its completion is not simulated');
    if (this.#waiting.has(name)) return this.#tokens.get(name) === ClientToken ? created(name) : conflict(name);
    if (at === undefined || at <= now) return restError('ValidationException', 400, `Invalid Schedule Expression ${ScheduleExpression}`);
    const schedule = { name, at, functionName: functionNameOf(Target.Arn), input: Target.Input };
    this.#waiting.set(name, schedule);
    this.#tokens.set(name, ClientToken);
    this.#onCreated(schedule);
    return created(name);
  }

  waiting(): readonly Schedule[] {
    return [...this.#waiting.values()];
  }

  has({ name }: Pick<Schedule, 'name'>): boolean {
    return this.#waiting.has(name);
  }

  /** As after its completion, or as when it got lost. */
  remove({ name }: Pick<Schedule, 'name'>): void {
    this.#waiting.delete(name);
    this.#tokens.delete(name);
  }
}

const created = (name: string): WireAnswer =>
  jsonAnswer({ ScheduleArn: `arn:aws:scheduler:eu-central-1:000000000000:schedule/checkpoints/${name}` });

const conflict = (name: string): WireAnswer => restError('ConflictException', 409, `Schedule ${name} already exists.`);

/** `at(2026-11-17T07:12:00)`, in UTC. */
const instantOf = (expression: string): number | undefined => {
  const at = /^at\((\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})\)$/.exec(expression)?.[1];
  return at === undefined ? undefined : Date.parse(`${at}Z`);
};
