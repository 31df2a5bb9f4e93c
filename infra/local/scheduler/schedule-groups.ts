import type { Clock } from '../clock/movable-clock.ts';
import { validationError } from '../http/aws-error.ts';
import type { LocalState } from '../state/local-state.ts';
import { DEFAULT_GROUP, type ScheduleGroup, scheduleKey } from './schedule.ts';
import { conflict, notFound } from './schedules.ts';

export interface ScheduleGroups {
  create(name: string): void;
  get(name: string): ScheduleGroup;
  /** With all schedules in it, at once. (AWS takes its time, and says DELETING.) */
  delete(name: string): void;
  /** For the groups of the stack, which are there from the start. */
  ensure(name: string): void;
}

export const scheduleGroupsOf = ({ state, clock }: { readonly state: LocalState; readonly clock: Clock }): ScheduleGroups => {
  const create = (name: string) => state.commit({ kind: 'group', group: { name, createdMs: clock.now() } });

  const get = (name: string): ScheduleGroup => {
    const group = state.groups.get(name);
    if (group === undefined) throw notFound(`Schedule group ${name} does not exist.`);
    return group;
  };

  return {
    create: (name) => {
      if (state.groups.has(name)) throw conflict(`Schedule group ${name} already exists.`);
      create(name);
    },
    get,
    delete: (name) => {
      if (name === DEFAULT_GROUP) throw validationError('The default schedule group cannot be deleted.');
      const schedules = [...state.schedules.values()].filter(({ groupName }) => groupName === get(name).name);
      state.commit(...schedules.map((schedule) => ({ kind: 'scheduleDeleted', key: scheduleKey(schedule) }) as const), {
        kind: 'groupDeleted',
        name,
      });
    },
    ensure: (name) => {
      if (!state.groups.has(name)) create(name);
    },
  };
};
