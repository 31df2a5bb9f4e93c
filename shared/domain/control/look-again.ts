import { actionsOf, isWarning, takesCover } from '../checkpoint-dates.ts';
import type { Control, Warning } from '../policy.ts';
import type { Checkpoint } from '../regulation.ts';
import type { ControlFacts } from './control-facts.ts';
import { type Case, wouldAct } from './why-waived.ts';

/**
 * Control of an installment that is not covered, taken up where it really stands:
 * - money that had cleared checkpoints, or restored cover, went back: they are looked at again, and old warnings don't count;
 * - a warning was cancelled before it was sent, because the debt was gone or on hold at that moment: it is given again;
 * - no warning was given, because it did not apply then (another class, a smaller debt), and now cover is at stake: it is given.
 * Without this an adverse action would wait for ever for a notice that nobody is going to send.
 */
export function lookAgain(control: Control, of: Case): Control {
  const { facts } = of;
  const kept = control.warned.filter((w) => !wasCancelled(w, facts));
  const from = Math.min(control.unclear, lostWarning(control, of), neverGiven({ ...control, warned: kept }, of));
  return { ...control, settled: from, unclear: from, warned: kept.filter((w) => indexOf(w, facts) < from) };
}

const wasCancelled = ({ noticeIds }: Warning, { noticeStates }: ControlFacts): boolean =>
  noticeIds.length > 0 && noticeIds.every((id) => noticeStates[id] === 'CANCELLED');

const indexOf = ({ code }: Warning, { regulation }: ControlFacts): number => regulation.checkpoints.findIndex((c) => c.code === code);

function lostWarning(control: Control, of: Case): number {
  const lost = control.warned
    .filter((w) => wasCancelled(w, of.facts))
    .map((w) => indexOf(w, of.facts))
    .filter((index) => applies(of, of.facts.regulation.checkpoints[index]));
  return Math.min(...lost, Number.POSITIVE_INFINITY);
}

/** The last warning that applies before the next adverse action, when none before it was given or is still to come. */
function neverGiven({ unclear, warned }: Control, of: Case): number {
  const { regulation } = of.facts;
  const at = (index: number) => regulation.checkpoints[index];
  const adverse = regulation.checkpoints.findIndex(
    (c, index) => index >= unclear && takesCover(actionsOf(c, regulation)) && applies(of, c),
  );
  const warnings = [...regulation.checkpoints.keys()].filter((index) => {
    const checkpoint = at(index);
    return index < adverse && checkpoint && isWarning(actionsOf(checkpoint, regulation));
  });
  const known = warned.some((w) => warnings.includes(indexOf(w, of.facts)));
  const applicable = warnings.filter((index) => applies(of, at(index)));
  const toCome = applicable.some((index) => index >= unclear);
  return known || toCome ? Number.POSITIVE_INFINITY : (applicable.at(-1) ?? Number.POSITIVE_INFINITY);
}

const applies = (of: Case, checkpoint: Checkpoint | undefined): boolean =>
  checkpoint !== undefined && wouldAct(of)({ checkpoint, actions: actionsOf(checkpoint, of.facts.regulation) });
