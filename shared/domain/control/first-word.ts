import { type Action, type Checkpoint, POLICYHOLDER } from '../regulation.ts';
import type { AppliedConditions } from '../service-conditions.ts';

/**
 * The first word after the due date. Where reminders are personal it is a call: a letter that the regulation dates from the due
 * date waits as many days longer as the class has grace beyond the standard. So the call has those days to itself, and between
 * the letter and what it announces lie as many days as for everybody.
 *
 * Due 1 Dec, the call on 2 Dec, the letter on the 5th business day. Grace 10, standard: letter 8 Dec, suspension 18 Dec.
 * Grace 20, personal: letter 18 Dec, suspension 29 Dec.
 */
export const letterDelayDays = ({ conditions, standardGraceDays }: AppliedConditions): number =>
  conditions.reminders === 'personal' ? Math.max(0, conditions.graceDays - standardGraceDays) : 0;

/** Letters dated from the end of grace have the longer grace before them already. */
export const isLetterAfterDueDate = ({ anchor, offsetDays }: Checkpoint, actions: readonly Action[]): boolean =>
  anchor === 'dueOn' && offsetDays > 0 && actions.some(writesToPolicyholder);

const writesToPolicyholder = ({ kind, to = [] }: Action): boolean => (kind === 'remind' || kind === 'notice') && to.includes(POLICYHOLDER);
