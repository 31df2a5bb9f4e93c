import type { Regulation } from './regulation.ts';
import { adverseAfterGrace, adverseAfterNotice, nothingAfterLapse } from './regulation-check/adverse.ts';
import { calendarIsClear } from './regulation-check/calendar.ts';
import { codesAreUnique } from './regulation-check/codes.ts';
import { checkpointsMakeAnOrder } from './regulation-check/order.ts';
import { type Fault, Place } from './regulation-check/place.ts';
import type { Draft } from './regulation-check/readers.ts';
import { actionsAreUsed, actionsExist, restoringIsNoCheckpoint, rolesExist } from './regulation-check/references.ts';
import { messagesHaveReaders, tasksHaveOneResponsible } from './regulation-check/responsibility.ts';
import { type RegulationShape, regulation } from './regulation-check/shape.ts';
import { thresholdsRise } from './regulation-check/thresholds.ts';

/** What the author writes; the id and the version are given when it is stored. */
export type RegulationContent = Omit<Regulation, 'regulationId' | 'version'>;

export type Checked =
  | { readonly ok: true; readonly regulation: RegulationContent }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** What holds between the parts, once each part could be read. In the order in which an author would mend them. */
const RULES: readonly ((draft: Draft<RegulationShape>, place: Place) => void)[] = [
  codesAreUnique,
  rolesExist,
  actionsExist,
  actionsAreUsed,
  restoringIsNoCheckpoint,
  tasksHaveOneResponsible,
  messagesHaveReaders,
  checkpointsMakeAnOrder,
  adverseAfterGrace,
  adverseAfterNotice,
  nothingAfterLapse,
  thresholdsRise,
  calendarIsClear,
];

/**
 * Reads a regulation as the HTTP contract writes it, and checks all that a process needs to run safely. Never throws:
 * a bad body answers with every fault in it, each with a JSON pointer and its cure. A part that can't be read is left out
 * of the rules between parts, so that one mistake is reported once.
 */
export function checkRegulation(body: unknown): Checked {
  const faults: Fault[] = [];
  const place = new Place(faults);
  const draft = regulation.read(body, place);
  if (draft !== undefined) for (const rule of RULES) rule(draft, place);
  return faults.length > 0 ? { ok: false, faults } : { ok: true, regulation: draft as RegulationContent }; // without faults nothing is missing
}
