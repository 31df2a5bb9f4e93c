import { sum } from '../domain/money.ts';
import type { Language } from '../domain/regulation.ts';
import type { ReliefAsked, ReliefTerms } from '../domain/relief-request.ts';
import type { TaskAction } from '../domain/task.ts';
import { type Formats, formatsOf } from './formats.ts';
import { OWN_ACTION_WORDS, type ReliefWords } from './own-action-words.ts';

interface Approval {
  readonly asked: ReliefAsked;
  /** Who asked for it. */
  readonly by: string;
  readonly currency: string;
  readonly language: Language;
}

/** What an approver is asked to decide: which relief, for what reason, asked for by whom. */
export function approvalAction({ asked, by, currency, language }: Approval): TaskAction {
  const words = OWN_ACTION_WORDS[language];
  const relief = words.relief[asked.terms.kind](reliefWords(asked.terms, formatsOf(language), currency));
  return {
    code: 'approval',
    title: words.approve(relief),
    technique: words.approvalTechnique(asked.reason, by),
    expectedResult: words.approvalResult,
  };
}

function reliefWords(terms: ReliefTerms, { date, money }: Formats, currency: string): ReliefWords {
  const amount = (amountMinor: number | undefined) => (amountMinor === undefined ? {} : { amount: money({ amountMinor, currency }) });
  const none = { installment: 0, count: 0 };
  switch (terms.kind) {
    case 'deferral':
      return { ...none, installment: terms.installment, ...(terms.newDueOn ? { date: date(terms.newDueOn) } : {}) };
    case 'promise':
      return { ...none, date: date(terms.promisedOn), ...amount(terms.amountMinor) };
    case 'hold':
      return { ...none, date: date(terms.until) };
    case 'agreement':
      return { ...none, count: terms.slices.length, ...amount(sum(terms.slices.map((s) => s.amountMinor))) };
    case 'writeOff':
      return { ...none, ...amount(sum(terms.shares.map((s) => s.amountMinor))) };
  }
}

interface CameBack {
  readonly address: string;
  /** As the mail service says it. */
  readonly reason: string;
  readonly language: Language;
}

/** A message came back: its address is to be corrected. */
export function undeliveredAction({ address, reason, language }: CameBack): TaskAction {
  const words = OWN_ACTION_WORDS[language];
  return {
    code: 'undelivered',
    title: words.undelivered(address),
    technique: `${words.undeliveredTechnique} (${reason})`,
    expectedResult: words.undeliveredResult,
  };
}
