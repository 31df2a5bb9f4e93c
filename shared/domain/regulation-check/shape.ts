import { parseLocalDate } from '../local-date.ts';
import type { Money } from '../money.ts';
import type { Action, ActionKind, Checkpoint, Language, Person, Raci, Role, SignificanceClass, Thresholds } from '../regulation.ts';
import { POLICYHOLDER } from '../regulation.ts';
import { currencyCode, money } from './amount.ts';
import {
  type Draft,
  flag,
  list,
  mapOf,
  matching,
  oneOf,
  optional,
  type Reader,
  record,
  required,
  scalar,
  text,
  wholeNumber,
} from './readers.ts';

/** A list as far as it was read: holes where something was reported. */
type Holey<T> = readonly (T | undefined)[];

export interface RoleShape extends Pick<Role, 'role' | 'title'> {
  readonly default?: Draft<Person>;
}

export interface CheckpointShape extends Omit<Checkpoint, 'classes' | 'actions'> {
  readonly classes?: Holey<SignificanceClass>;
  readonly actions: Holey<string>;
}

export interface ActionShape extends Omit<Action, 'to' | 'participants'> {
  readonly to?: Holey<string>;
  readonly participants: Readonly<Record<string, Raci | undefined>>;
}

export interface CalendarShape {
  readonly holidays?: Holey<string>;
  readonly workingDays?: Holey<string>;
}

export interface RegulationShape {
  readonly title: string;
  readonly roles: Holey<Draft<RoleShape>>;
  readonly checkpoints: Holey<Draft<CheckpointShape>>;
  readonly actions: Holey<Draft<ActionShape>>;
  readonly requiresReconciledThrough?: boolean;
  readonly calendar?: Draft<CalendarShape>;
  readonly thresholds?: Holey<Draft<Thresholds>>;
}

/**
 * The engine's transaction holds 100 items and a message takes two: a checkpoint may address 13 (12 roles and the
 * policyholder) and open 8 tasks, for two installments at once. A matrix of 12 roles also still fits a page.
 */
const LIMITS = {
  roles: 12,
  checkpoints: 30,
  actions: 60,
  actionsOfCheckpoint: 8,
  offsetDays: 365,
  taskDays: 60,
  currencies: 20,
  days: 400,
};

const KINDS: readonly ActionKind[] = ['remind', 'notice', 'task', 'escalate', 'suspend', 'lapse', 'reinstate'];
const LETTERS: readonly Raci[] = ['R', 'A', 'C', 'I'];
const CLASSES: readonly SignificanceClass[] = ['A', 'B', 'C'];
const LANGUAGES: readonly Language[] = ['en', 'uk', 'ru'];
const ANCHORS: readonly Checkpoint['anchor'][] = ['dueOn', 'graceEnd'];
const DAY_KINDS: readonly Checkpoint['dayKind'][] = ['calendar', 'business'];

const code = matching(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,31}$/u, 'a code of 1 to 32 letters, digits, points, hyphens or underscores');

/** Names of roles are keys of objects: one that every object has already ('constructor') would be found where nobody wrote it. */
const roleName: Reader<string> = scalar(
  `a name of 1 to 40 letters and digits, begun with a letter, other than ${POLICYHOLDER} and words of JavaScript`,
  (value) => (typeof value === 'string' && /^\p{L}[\p{L}\p{N}._-]{0,39}$/u.test(value) && !isReserved(value) ? value : undefined),
);

const isReserved = (name: string): boolean => name === POLICYHOLDER || name in {};

/** ASCII, one @, a domain with a point: what SES accepts and what can't break out of a header. */
const ADDRESS =
  /^(?=.{3,254}$)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])$/;

const person = record<Person>('a person { name, email, language? }', {
  name: required(text(200)),
  email: required(matching(ADDRESS, 'an e-mail address such as name@company.example')),
  language: optional(oneOf(LANGUAGES)),
});

const role = record<RoleShape>('a role { role, title, default? }', {
  role: required(roleName),
  title: required(text(80)),
  default: optional(person),
});

const checkpoint = record<CheckpointShape>('a checkpoint', {
  code: required(code),
  anchor: required(oneOf(ANCHORS)),
  offsetDays: required(wholeNumber(-LIMITS.offsetDays, LIMITS.offsetDays)),
  dayKind: required(oneOf(DAY_KINDS)),
  classes: optional(list(oneOf(CLASSES), { of: 'classes', least: 1, most: CLASSES.length })),
  minOutstanding: optional<Money>(money('aboveZero')),
  actions: required(list(code, { of: 'action codes', least: 1, most: LIMITS.actionsOfCheckpoint })),
});

const action = record<ActionShape>('an action', {
  code: required(code),
  title: required(text(120)),
  kind: required(oneOf(KINDS)),
  to: optional(list(text(40), { of: 'addressees', least: 1, most: LIMITS.roles + 1 })),
  technique: required(text(300)),
  expectedResult: required(text(300)),
  participants: required(mapOf('an object that gives roles their letters', oneOf(LETTERS))),
  dueInBusinessDays: optional(wholeNumber(1, LIMITS.taskDays)),
});

const thresholds = record<Thresholds>('thresholds { currency, writeOff, start, adverse }', {
  currency: required(currencyCode),
  writeOff: required(money('zero')),
  start: required(money('zero')),
  adverse: required(money('zero')),
});

const day: Reader<string> = scalar('a date of the calendar, YYYY-MM-DD', (value) =>
  typeof value === 'string' ? parseLocalDate(value) : undefined,
);

const calendar = record<CalendarShape>('a calendar { holidays?, workingDays? }', {
  holidays: optional(list(day, { of: 'dates', least: 0, most: LIMITS.days })),
  workingDays: optional(list(day, { of: 'dates', least: 0, most: LIMITS.days })),
});

export const regulation = record<RegulationShape>('a regulation', {
  title: required(text(200)),
  roles: required(list(role, { of: 'roles', least: 0, most: LIMITS.roles })),
  checkpoints: required(list(checkpoint, { of: 'checkpoints', least: 1, most: LIMITS.checkpoints })),
  actions: required(list(action, { of: 'actions', least: 1, most: LIMITS.actions })),
  requiresReconciledThrough: optional(flag),
  calendar: optional(calendar),
  thresholds: optional(
    list(thresholds, { of: 'thresholds { currency, writeOff, start, adverse }, one for each currency', least: 0, most: LIMITS.currencies }),
  ),
});
