import { isOpen } from '../policy.ts';
import type { ControlFacts } from './control-facts.ts';
import type { CheckpointDecision } from './decide.ts';
import { type LostLetter, lostWarnings, MOST_LETTERS } from './reissue-warnings.ts';

/** Warnings that somebody is to be asked to deliver otherwise. */
export interface AskedAbout {
  readonly asked: readonly LostLetter[];
  /** There is more to write than one transaction takes. */
  readonly more: boolean;
}

/**
 * A warning that did not reach the policyholder always has an open task: without it, what depends on the warning would wait for
 * ever and nobody would know. A bounce opens one by itself; a refusal by SES, or a result that delivers nothing, does it here.
 */
export function askAboutLetters(facts: ControlFacts, { standing: owed, today, status }: CheckpointDecision): AskedAbout {
  if (!isOpen(status)) return { asked: [], more: false };
  const known = new Set((facts.progress.tasks ?? []).map((task) => task.noticeId));
  const lost = lostWarnings(facts, owed, today);
  const readdressed = lost.filter(({ noticeId }) => facts.readdressed.includes(noticeId));
  const unknown = lost.filter((letter) => !known.has(letter.noticeId) && !readdressed.includes(letter));
  return { asked: unknown.slice(0, MOST_LETTERS), more: Math.max(readdressed.length, unknown.length) > MOST_LETTERS };
}
