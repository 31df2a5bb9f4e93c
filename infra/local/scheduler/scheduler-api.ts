import { scheduleArn, scheduleGroupArn } from '../arns.ts';
import type { Clock } from '../clock/movable-clock.ts';
import { AwsError } from '../http/aws-error.ts';
import type { LocalState } from '../state/local-state.ts';
import { rememberTokens } from './client-tokens.ts';
import { pageOf } from './page.ts';
import { DEFAULT_GROUP, type Schedule, type ScheduleGroup } from './schedule.ts';
import type { ScheduleGroups } from './schedule-groups.ts';
import { parseName, parseScheduleCall } from './schedule-request.ts';
import type { Schedules } from './schedules.ts';

export interface SchedulerApiDeps {
  readonly state: LocalState;
  readonly clock: Clock;
  readonly schedules: Schedules;
  readonly groups: ScheduleGroups;
}

export interface RestCall {
  readonly method: string;
  /** Decoded, without the empty first one: ['schedules', 'cp-1']. */
  readonly segments: readonly string[];
  readonly query: URLSearchParams;
  /** Parsed JSON; undefined when there is none. */
  readonly body: unknown;
}

/**
 * EventBridge Scheduler's REST protocol, as the SDK client speaks it. Names are in the path, `groupName` and `clientToken` of
 * a delete in the query, times are epoch seconds. Returns the body of a 200; refusals are thrown as AwsError.
 */
export const schedulerApi = (deps: SchedulerApiDeps): ((call: RestCall) => unknown) => {
  const once = rememberTokens();
  return (call) => {
    const [collection, segment] = call.segments;
    const operation = OPERATIONS[`${call.method} /${collection}${segment === undefined ? '' : '/*'}`];
    if (operation === undefined || call.segments.length > 2) throw new AwsError('UnknownOperationException', 404, 'No such operation.');
    const perform = () => operation(deps, { ...call, name: segment === undefined ? '' : parseName(segment) });
    const parameters = JSON.stringify([call.query.get('groupName'), call.body]);
    return once({ operation: `${call.method} ${call.segments.join('/')}`, token: tokenOf(call), parameters }, perform);
  };
};

type NamedCall = RestCall & { readonly name: string };

const OPERATIONS: Readonly<Record<string, (deps: SchedulerApiDeps, call: NamedCall) => unknown>> = {
  'POST /schedules/*': ({ schedules, clock }, { name, body }) => {
    const { groupName, request } = parseScheduleCall(body, clock.now());
    schedules.create({ groupName, name }, request);
    return { ScheduleArn: scheduleArn(groupName, name) };
  },
  'PUT /schedules/*': ({ schedules, clock }, { name, body }) => {
    const { groupName, request } = parseScheduleCall(body, clock.now());
    schedules.update({ groupName, name }, request);
    return { ScheduleArn: scheduleArn(groupName, name) };
  },
  'GET /schedules/*': ({ schedules }, { name, query }) => describe(schedules.get({ groupName: groupOf(query), name })),
  'DELETE /schedules/*': ({ schedules }, { name, query }) => {
    schedules.delete({ groupName: groupOf(query), name });
    return {};
  },
  'GET /schedules': ({ state }, { query }) => {
    const page = pageOf([...state.schedules.values()].filter(isAskedFor(query)), ({ groupName, name }) => `${name} ${groupName}`, query);
    return { Schedules: page.items.map(summary), NextToken: page.nextToken };
  },
  'POST /schedule-groups/*': ({ groups }, { name }) => {
    groups.create(name);
    return { ScheduleGroupArn: scheduleGroupArn(name) };
  },
  'GET /schedule-groups/*': ({ groups }, { name }) => describeGroup(groups.get(name)),
  'DELETE /schedule-groups/*': ({ groups }, { name }) => {
    groups.delete(name);
    return {};
  },
  'GET /schedule-groups': ({ state }, { query }) => {
    const prefix = query.get('NamePrefix') ?? '';
    const page = pageOf(
      [...state.groups.values()].filter(({ name }) => name.startsWith(prefix)),
      ({ name }) => name,
      query,
    );
    return { ScheduleGroups: page.items.map(describeGroup), NextToken: page.nextToken };
  },
};

const groupOf = (query: URLSearchParams): string => parseName(query.get('groupName') ?? DEFAULT_GROUP);

const tokenOf = ({ query, body }: RestCall): string | undefined => {
  const inBody = typeof body === 'object' && body !== null && 'ClientToken' in body ? body.ClientToken : undefined;
  return query.get('clientToken') ?? (typeof inBody === 'string' ? inBody : undefined);
};

const isAskedFor = (query: URLSearchParams): ((schedule: Schedule) => boolean) => {
  const [group, prefix, state] = [query.get('ScheduleGroup'), query.get('NamePrefix') ?? '', query.get('State')];
  return ({ groupName, name, request }) =>
    (group === null || group === groupName) && name.startsWith(prefix) && (state === null || state === request.State);
};

const describe = (schedule: Schedule) => ({ ...schedule.request, ...identity(schedule) });

const summary = (schedule: Schedule) => ({
  ...identity(schedule),
  State: schedule.request.State,
  Target: { Arn: schedule.request.Target.Arn },
});

const identity = ({ groupName, name, createdMs, modifiedMs }: Schedule) => ({
  Arn: scheduleArn(groupName, name),
  GroupName: groupName,
  Name: name,
  CreationDate: createdMs / 1000,
  LastModificationDate: modifiedMs / 1000,
});

const describeGroup = ({ name, createdMs }: ScheduleGroup) => ({
  Arn: scheduleGroupArn(name),
  Name: name,
  State: 'ACTIVE',
  CreationDate: createdMs / 1000,
  LastModificationDate: createdMs / 1000,
});
