import type { Appointment } from '../clock/agenda.ts';
import type { Clock } from '../clock/movable-clock.ts';
import { AwsError } from '../http/aws-error.ts';
import type { LocalState } from '../state/local-state.ts';
import { type Schedule, type ScheduleRequest, scheduleKey, scheduleOccurrenceFrom } from './schedule.ts';

export interface SchedulesDeps {
  readonly state: LocalState;
  readonly clock: Clock;
  remind(appointment: Appointment): void;
}

export interface ScheduleName {
  readonly groupName: string;
  readonly name: string;
}

/** Schedules as the service keeps them; refusals are the service's own errors. */
export interface Schedules {
  create(name: ScheduleName, request: ScheduleRequest): void;
  /** Overwrites all of it. */
  update(name: ScheduleName, request: ScheduleRequest): void;
  get(name: ScheduleName): Schedule;
  delete(name: ScheduleName): void;
}

export const schedulesOf = ({ state, clock, remind }: SchedulesDeps): Schedules => {
  const save = (name: ScheduleName, request: ScheduleRequest, createdMs: number) => {
    const unplanned = { groupName: name.groupName, name: name.name, request, createdMs, modifiedMs: clock.now() };
    const schedule = { ...unplanned, nextMs: scheduleOccurrenceFrom(unplanned, wholeSecond(unplanned.modifiedMs)) };
    state.commit({ kind: 'schedule', schedule });
    if (schedule.nextMs !== null) remind({ atMs: schedule.nextMs, kind: 'schedule', key: scheduleKey(schedule) });
  };

  const get = (name: ScheduleName): Schedule => {
    const schedule = state.schedules.get(scheduleKey(name));
    if (schedule === undefined) throw notFound(`Schedule ${name.name} does not exist.`);
    return schedule;
  };

  return {
    create: (name, request) => {
      if (!state.groups.has(name.groupName)) throw notFound(`Schedule group ${name.groupName} does not exist.`);
      if (state.schedules.has(scheduleKey(name))) throw conflict(`Schedule ${name.name} already exists.`);
      save(name, request, clock.now());
    },
    update: (name, request) => save(name, request, get(name).createdMs),
    get,
    delete: (name) => state.commit({ kind: 'scheduleDeleted', key: scheduleKey(get(name)) }),
  };
};

export const notFound = (message: string): AwsError => new AwsError('ResourceNotFoundException', 404, message);
export const conflict = (message: string): AwsError => new AwsError('ConflictException', 409, message);

/** Expressions know whole seconds only: at() of this very second is not past. */
export const wholeSecond = (instantMs: number): number => Math.floor(instantMs / 1000) * 1000;
