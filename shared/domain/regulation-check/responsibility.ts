import type { ActionKind } from '../regulation.ts';
import { POLICYHOLDER } from '../regulation.ts';
import { entries } from './entries.ts';
import { listed, type Place } from './place.ts';
import type { Draft } from './readers.ts';
import type { ActionShape, RegulationShape } from './shape.ts';

const isDoneByPerson = (kind: ActionKind): boolean => kind === 'task' || kind === 'escalate';

/**
 * A task is assigned to its R and, when it is late, goes to its A: so one R exactly, one A at most. Actions that the
 * system does itself may have any letters: there they only say who is concerned.
 */
export function tasksHaveOneResponsible({ actions }: Draft<RegulationShape>, place: Place): void {
  for (const [i, { kind, participants }] of entries(actions)) {
    if (kind === undefined || !isDoneByPerson(kind) || participants === undefined) continue;
    if (Object.values(participants).includes(undefined)) continue; // a letter could not be read: it may be the R
    const inRole = (letter: string) => Object.keys(participants).filter((role) => participants[role] === letter);
    const at = place.at('actions', i, 'participants');
    const [responsible, accountable] = [inRole('R'), inRole('A')];
    if (responsible.length === 0) at.report(`nobody is R; what is of kind ${kind} is assigned to exactly one role`);
    if (responsible.length > 1) at.report(`${listed(responsible)} are all R; what is of kind ${kind} is assigned to exactly one role`);
    if (accountable.length > 1) at.report(`${listed(accountable)} are all A; late, it goes to one role`);
  }
}

/** A message has a reader; a task has a person who does it by a day, and no other reader. Whom a task concerns gets C or I. */
export function messagesHaveReaders({ actions }: Draft<RegulationShape>, place: Place): void {
  for (const [i, action] of entries(actions)) {
    const at = place.at('actions', i);
    if (action.kind === undefined) continue;
    if (isDoneByPerson(action.kind)) checkTask(action, action.kind, at);
    else checkDoneBySystem(action, action.kind, at);
  }
}

function checkTask(action: Draft<ActionShape>, kind: ActionKind, place: Place): void {
  if ('to' in action)
    place.at('to').report(`what is of kind ${kind} goes to the role that is R; take this out, and write to others by a notice`);
}

function checkDoneBySystem(action: Draft<ActionShape>, kind: ActionKind, place: Place): void {
  const isMessage = kind === 'remind' || kind === 'notice';
  if (isMessage && !('to' in action)) place.at('to').report(`is missing; what is of kind ${kind} is sent to ${POLICYHOLDER} and/or roles`);
  if ('dueInBusinessDays' in action)
    place.at('dueInBusinessDays').report(`only a task or escalate has a day to be done by; take it out of this ${kind}`);
}
