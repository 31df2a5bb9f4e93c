import { isUndelivered } from '../delivery.ts';
import { maxDate } from '../local-date.ts';
import { isSent } from '../notice.ts';
import type { Control, Warning } from '../policy.ts';
import type { ControlFacts } from './control-facts.ts';

/** What is known of letters that adverse actions depend on. */
type Known = Pick<ControlFacts, 'noticeStates' | 'sentOn'>;

/** The policyholder has it: each of its letters left us and did not come back, or a person told him. */
export const isGiven = ({ noticeIds, told = {} }: Warning, { noticeStates }: Known): boolean =>
  noticeIds.length > 0 && noticeIds.every((id) => isSent(noticeStates[id]) || told[id] !== undefined);

/** Its letters that did not reach him, and that nobody has told him of. */
export const lostLetters = ({ noticeIds, told = {} }: Warning, { noticeStates }: Known): readonly string[] =>
  noticeIds.filter((id) => {
    const state = noticeStates[id];
    return state !== undefined && isUndelivered(state) && told[id] === undefined;
  });

/**
 * Dates the warnings by the day on which they were given, not written: what they warn of has its time from then. One that has not
 * left us yet keeps its day, so that what depends on it comes up, waits, and is seen to wait.
 *
 * Written on 8 Dec, sent on 23 Dec, since mail stood still: suspension, 10 days after it, moves from 18 Dec to 4 Jan (2 Jan is a Saturday).
 */
export const asGiven = (control: Control, facts: Known): Control =>
  control.warned.length === 0 ? control : { ...control, warned: control.warned.map((warning) => dated(warning, facts)) };

function dated(warning: Warning, { sentOn }: Known): Warning {
  const days = warning.noticeIds.flatMap((id) => warning.told?.[id] ?? sentOn[id] ?? []);
  return { ...warning, on: days.reduce(maxDate, warning.on) };
}
