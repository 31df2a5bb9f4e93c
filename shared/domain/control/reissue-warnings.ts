import { actionsOf, type DatedCheckpoint, takesCover } from '../checkpoint-dates.ts';
import type { LocalDate } from '../local-date.ts';
import { type Control, isOpen, type Warning } from '../policy.ts';
import type { Action } from '../regulation.ts';
import type { Standing } from '../standing.ts';
import type { ControlFacts } from './control-facts.ts';
import { startsProcess } from './thresholds.ts';
import { lostLetters } from './warning-letters.ts';
import { type Case, hasRelief, wouldAct } from './why-waived.ts';

/** A letter that did not reach the policyholder. */
export interface LostLetter {
  readonly installment: number;
  /** Code of its checkpoint. */
  readonly code: string;
  readonly noticeId: string;
}

/** A warning that is written once more, since its recipient has another address now. */
export interface Reissue extends LostLetter {
  /** The letter that it replaces. */
  readonly replaces: string;
  readonly actions: readonly Action[];
}

export interface Reissued extends Reissue {
  /** What comes after it and would act as things stand: what it warns of. */
  readonly ahead: readonly DatedCheckpoint[];
}

/** What one run writes of them, in transactions that hold more: two writes for a letter, five for a task. The rest is for the next. */
export const MOST_LETTERS = 2;

/** Letters of warnings that count for nothing: somebody has to do something before cover may be taken. Relief and payment come first. */
export function lostWarnings(facts: ControlFacts, owed: Standing, today: LocalDate): readonly LostLetter[] {
  const { progress, policy, regulation, account } = facts;
  if (!isOpen(account.status)) return [];
  return owed.installments.flatMap((installment) => {
    const isDue = startsProcess(installment.outstandingMinor, policy.premium.currency, regulation) && !hasRelief(installment, today);
    const { warned } = progress.controls[installment.number - 1] ?? { warned: [] };
    if (!isDue) return [];
    return warned.flatMap((w) => lostLetters(w, facts).map((noticeId) => ({ installment: installment.number, code: w.code, noticeId })));
  });
}

/** Those whose address has been corrected are written again; their ids follow from the letters that they replace. */
export const reissues = (lost: readonly LostLetter[], { readdressed, regulation }: ControlFacts): readonly Reissue[] =>
  lost
    .filter(({ noticeId }) => readdressed.includes(noticeId))
    .slice(0, MOST_LETTERS)
    .flatMap(({ installment, code, noticeId }) => {
      const checkpoint = regulation.checkpoints.find((c) => c.code === code);
      if (!checkpoint) return [];
      return [{ installment, code, noticeId: reissuedId(noticeId), replaces: noticeId, actions: actionsOf(checkpoint, regulation) }];
    });

/**
 * N → Nb → Nc … Nz → Nzb: one letter has one successor, whoever writes it and however often. Ids are ULIDs, in capitals; a letter more
 * still lets nine of them into the tag of one message.
 */
export function reissuedId(noticeId: string): string {
  const last = noticeId.at(-1) ?? '';
  return /[b-y]/.test(last) ? noticeId.slice(0, -1) + String.fromCharCode(last.charCodeAt(0) + 1) : `${noticeId}b`;
}

/** The facts as they are with the letters written: each warning is of today, and what it warns of has its time from now. */
export function withReissued(facts: ControlFacts, written: readonly Reissue[], today: LocalDate): ControlFacts {
  if (written.length === 0) return facts;
  const { progress } = facts;
  const controls = progress.controls.map((control, index) =>
    written.filter((w) => w.installment === index + 1).reduce((known, letter) => replaced(known, letter, today), control),
  );
  const pending = Object.fromEntries(written.map(({ noticeId }) => [noticeId, 'PENDING'] as const));
  return { ...facts, progress: { ...progress, controls }, noticeStates: { ...facts.noticeStates, ...pending } };
}

const replaced = (control: Control, { replaces, noticeId }: Reissue, today: LocalDate): Control => ({
  ...control,
  warned: control.warned.map((w) =>
    w.noticeIds.includes(replaces) ? { ...w, on: today, noticeIds: w.noticeIds.map((id) => (id === replaces ? noticeId : id)) } : w,
  ),
});

export const reissuedOf = (of: Case, written: readonly Reissue[], ahead: readonly DatedCheckpoint[] = []): readonly Reissued[] =>
  written
    .filter((letter) => letter.installment === of.installment.number)
    .map((letter) => ({ ...letter, ahead: ahead.filter(wouldAct(of)) }));

interface Ending {
  readonly control: Control;
  readonly ahead: readonly DatedCheckpoint[];
}

/** What a letter announces is kept, as by every warning: nothing adverse comes before that day. */
export function announced({ control, ahead }: Ending, written: readonly Reissue[]): Control {
  const adverse = ahead.find((step) => takesCover(step.actions));
  const ids = new Set(written.map((letter) => letter.noticeId));
  const isNew = ({ noticeIds }: Warning) => noticeIds.some((id) => ids.has(id));
  if (!adverse || !control.warned.some(isNew)) return control;
  return { ...control, warned: control.warned.map((w) => (isNew(w) ? { ...w, notBefore: adverse.on } : w)) };
}
