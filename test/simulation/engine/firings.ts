import type { MemoryScheduler, Schedule } from '../../support/simulated-aws/scheduler/memory-scheduler.ts';
import type { FaultPlan } from '../faults/fault-plan.ts';
import { chanceOf } from './chance.ts';
import type { Timeline } from './timeline.ts';
import type { Trace } from './trace.ts';

export interface FiringDeps {
  readonly seed: string;
  readonly timeline: Timeline;
  readonly plan: FaultPlan;
  readonly trace: Trace;
  readonly scheduler: () => MemoryScheduler;
  /** Hands over to Lambda. */
  readonly invokeLater: (functionName: string, payload: string, about: string) => void;
  readonly onGivenUp: (functionName: string, payload: string, key: string) => void;
}

const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];

/** EventBridge Scheduler's firing: within a minute, at least once, unless something goes wrong. */
export class Firings {
  readonly #deps: FiringDeps;
  /** `<policy>#<generation>` of what got lost. */
  readonly destroyed = new Set<string>();

  constructor(deps: FiringDeps) {
    this.#deps = deps;
  }

  plan(schedule: Schedule): void {
    const { timeline, plan, seed, trace } = this.#deps;
    const { name, at } = schedule;
    trace.note(`schedule ${name} at ${new Date(at).toISOString()}`);
    const lost = plan.strike('scheduleLost', name);
    if (lost) timeline.at(lost.int(timeline.now, at), () => this.#forget(schedule));
    const early = plan.strike('firingEarly', name)?.int(1_000, 5 * MINUTE) ?? 0;
    const late = plan.strike('firingLate', name)?.int(MINUTE, 12 * HOUR) ?? 0;
    timeline.at(at - early + late + chanceOf(`${seed}|firing|${name}`).int(0, MINUTE - 1), () => this.#fire(schedule, timeline.now));
  }

  #fire(schedule: Schedule, since: number): void {
    const { timeline, plan, scheduler } = this.#deps;
    if (!scheduler().has(schedule)) return;
    const { name } = schedule;
    if (this.#isRoleBroken()) {
      this.#tryAgain(schedule, since);
      return;
    }
    timeline.in(chanceOf(`${name}|completion`).int(100, 90_000), () => scheduler().remove(schedule));
    if (plan.strike('firingLost', name)) {
      this.#lose(schedule);
      return;
    }
    this.#handOver(schedule);
    const twice = plan.strike('firingTwice', name);
    if (twice) timeline.in(twice.int(0, twice.pick([MINUTE, 12 * HOUR])), () => this.#handOver(schedule));
    const stale = plan.strike('scheduleStale', name);
    if (stale) timeline.in(stale.int(HOUR, 20 * DAY), () => this.#handOver(schedule));
  }

  /** As the adapter asks: for an hour at most, then to the dead letters, and the schedule is deleted all the same. */
  #tryAgain(schedule: Schedule, since: number): void {
    const { timeline, onGivenUp } = this.#deps;
    if (timeline.now - since > HOUR) {
      this.#forget(schedule);
      onGivenUp(schedule.functionName, schedule.input, schedule.name);
      return;
    }
    timeline.in(5 * MINUTE, () => this.#fire(schedule, since));
  }

  #isRoleBroken(): boolean {
    const { plan, timeline } = this.#deps;
    return plan.strike('roleBroken', `hour-${Math.floor(timeline.now / HOUR)}`) !== undefined;
  }

  #handOver({ functionName, input, name }: Schedule): void {
    this.#deps.invokeLater(functionName, input, name);
  }

  #forget(schedule: Schedule): void {
    this.#lose(schedule);
    this.#deps.scheduler().remove(schedule);
  }

  #lose({ name, input }: Schedule): void {
    const { policyNumber, generation } = JSON.parse(input) as { readonly policyNumber: string; readonly generation: number };
    this.destroyed.add(`${policyNumber}#${generation}`);
    this.#deps.trace.note(`schedule ${name} is lost`);
  }
}
