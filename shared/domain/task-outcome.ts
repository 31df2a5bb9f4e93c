import type { LocalDate } from './local-date.ts';
import { Refusal } from './refusal.ts';
import type { SaidResult, TaskKind } from './task.ts';

/** What follows from a result, beyond its being recorded. */
export type OutcomeEffect =
  | 'none'
  | 'dispute'
  | 'paymentSent'
  | 'promise'
  | 'reliefRequest'
  | 'escalation'
  | 'delivered'
  | 'approval'
  | 'refusal';

interface OutcomeRule {
  readonly of: readonly TaskKind[];
  readonly effect: OutcomeEffect;
  /** The date that belongs to it. */
  readonly date?: { readonly field: 'promisedOn' | 'newDueOn'; readonly needed: boolean };
}

const ABOUT_THE_DEBT: readonly TaskKind[] = ['action', 'undelivered'];

/** The catalogue of outcomes, in the order in which people are offered them. */
export const OUTCOMES = {
  promised: { of: ABOUT_THE_DEBT, effect: 'promise', date: { field: 'promisedOn', needed: true } },
  paymentSent: { of: ABOUT_THE_DEBT, effect: 'paymentSent' },
  awaitingApproval: { of: ABOUT_THE_DEBT, effect: 'none' },
  invoiceNotReceived: { of: ABOUT_THE_DEBT, effect: 'none' },
  noAnswer: { of: ABOUT_THE_DEBT, effect: 'none' },
  dispute: { of: ABOUT_THE_DEBT, effect: 'dispute' },
  cannotPay: { of: ABOUT_THE_DEBT, effect: 'reliefRequest', date: { field: 'newDueOn', needed: false } },
  refused: { of: ABOUT_THE_DEBT, effect: 'escalation' },
  done: { of: ABOUT_THE_DEBT, effect: 'delivered' },
  approved: { of: ['approval'], effect: 'approval', date: { field: 'newDueOn', needed: false } },
  declined: { of: ['approval'], effect: 'refusal' },
} as const satisfies Readonly<Record<string, OutcomeRule>>;

export type Outcome = keyof typeof OUTCOMES;

const RULES: Readonly<Record<Outcome, OutcomeRule>> = OUTCOMES;

const ALL = Object.keys(RULES).filter((name): name is Outcome => name in RULES);

export const ALL_OUTCOMES: readonly Outcome[] = ALL;

export const outcomesOf = (kind: TaskKind): readonly Outcome[] => ALL.filter((outcome) => RULES[outcome].of.includes(kind));

export const ruleOf = (outcome: Outcome): OutcomeRule => RULES[outcome];

/** @throws Refusal for an outcome that the task doesn't have, or dates that don't go with the outcome. */
export function checkResult(kind: TaskKind, said: SaidResult, today: LocalDate): void {
  const rule = RULES[said.outcome];
  if (!rule.of.includes(kind))
    throw new Refusal('OUTCOME_NOT_OFFERED', `this task ends with one of ${outcomesOf(kind).join(', ')}`, '/outcome');
  for (const field of ['promisedOn', 'newDueOn'] as const) {
    const given = said[field];
    if (given === undefined && rule.date?.field === field && rule.date.needed)
      throw new Refusal('DATE_MISSING', `${said.outcome} needs ${field}`, `/${field}`);
    if (given !== undefined && rule.date?.field !== field)
      throw new Refusal('DATE_NOT_TAKEN', `${said.outcome} takes no ${field}; leave it out`, `/${field}`);
    if (given !== undefined && given < today) throw new Refusal('DATE_NOT_LATER', 'must not be in the past', `/${field}`);
  }
}
