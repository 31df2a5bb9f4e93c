import type { LocalDate } from '../../domain/local-date.ts';
import type { Money } from '../../domain/money.ts';
import type { Language } from '../../domain/regulation.ts';
import type { CloseReason, ResultEffect, TaskAction } from '../../domain/task.ts';
import { type Outcome, ruleOf } from '../../domain/task-outcome.ts';
import { formatsOf } from '../../notices/formats.ts';
import { type Html, html, nothing } from '../../notices/html.ts';
import { reached } from '../../notices/letter-sections.ts';
import type { Person } from '../../notices/notice-facts.ts';
import { TASK_PAGE_WORDS } from './all-words.ts';
import { document } from './document.ts';
import type { Label, PageFault, TaskPageWords } from './words.ts';

/** What the page of a task says. */
export interface TaskPage {
  readonly language: Language;
  readonly insurer: string;
  readonly policyholder: string;
  readonly policyNumber: string;
  readonly product: string;
  readonly installment: { readonly number: number; readonly count: number };
  readonly dueOn: LocalDate;
  readonly daysPastDue: number;
  readonly outstanding: Money;
  readonly action: TaskAction;
  /** Whom to ask before. */
  readonly consult: readonly Person[];
  readonly doBy: LocalDate;
  readonly today: LocalDate;
  readonly state: PageState;
}

export type PageState =
  | OpenState
  | { readonly state: 'recorded'; readonly outcome: Outcome; readonly now: boolean; readonly effect?: ResultEffect['effect'] }
  | { readonly state: 'closed'; readonly reason: CloseReason };

export interface OpenState {
  readonly state: 'open';
  readonly outcomes: readonly Outcome[];
  /** Dates that may be said. */
  readonly dates: readonly ('promisedOn' | 'newDueOn')[];
  readonly entered?: Entered;
  readonly fault?: EntryFault;
}

/** As the person typed it. */
export interface Entered {
  readonly outcome: string;
  readonly note: string;
  readonly promisedOn: string;
  readonly newDueOn: string;
}

export interface EntryFault {
  readonly fault: PageFault;
  /** What no word of ours says, in English. */
  readonly detail?: string;
}

/** The page: readable on a phone, one form, no scripts, nothing from outside. Looking at it changes nothing. */
export function taskPage(page: TaskPage): string {
  const words = TASK_PAGE_WORDS[page.language];
  return document(
    page.language,
    page.action.title,
    html`<p class="from">${page.insurer}</p>
<h1>${page.action.title}</h1>
${stateOf(page, words)}
<dl>${facts(page, words)}</dl>
${page.state.state === 'open' ? form(page, page.state, words) : nothing}`,
  );
}

/** For a link that is not good: it says nothing of the task, not even that there is one, so it speaks every language. */
export function deadLinkPage(): string {
  const said = Object.entries(TASK_PAGE_WORDS).map(
    ([language, { deadLink, deadLinkCure }]) => html`<section lang="${language}"><h1>${deadLink}</h1><p>${deadLinkCure}</p></section>
`,
  );
  return document('en', TASK_PAGE_WORDS.en.deadLink, html`${said}`);
}

function stateOf({ state }: TaskPage, words: TaskPageWords): Html {
  switch (state.state) {
    case 'closed':
      return html`<p class="state">${words.closed[state.reason]}</p>`;
    case 'recorded':
      return html`<p class="state">${state.now ? words.recorded : words.recordedAlready}<br>${words.labels.result}: <b>${words.outcomes[state.outcome].label}</b>${state.effect ? html`<br>${words.effects[state.effect]}` : nothing}</p>`;
    case 'open':
      return state.fault ? html`<p class="fault" role="alert">${words.faults[state.fault.fault]} ${state.fault.detail ?? ''}</p>` : nothing;
  }
}

function facts(page: TaskPage, words: TaskPageWords): readonly Html[] {
  const { date, list, money } = formatsOf(page.language);
  const { action, installment } = page;
  const rows: readonly (readonly [Label, string])[] = [
    ['technique', action.technique],
    ['expectedResult', action.expectedResult],
    ...(page.consult.length > 0 ? [['consult', list(page.consult.map(reached))] as const] : []),
    ['doBy', date(page.doBy)],
    ['policyholder', page.policyholder],
    ['policy', page.policyNumber],
    ['product', page.product],
    ['installment', words.installment(installment.number, installment.count)],
    ['dueOn', date(page.dueOn)],
    ...(page.daysPastDue > 0 ? [['pastDue', words.days(page.daysPastDue)] as const] : []),
    ['outstanding', money(page.outstanding)],
  ];
  return rows.map(([label, value]) => html`<div><dt>${words.labels[label]}</dt><dd>${value}</dd></div>`);
}

function form({ today }: TaskPage, open: OpenState, words: TaskPageWords): Html {
  const { outcomes, dates, entered } = open;
  return html`<form method="post">
<fieldset><legend>${words.question}</legend>
${outcomes.map((outcome) => choice(outcome, open, words))}
</fieldset>
${dates.map(
  (field) =>
    html`<label class="${field}">${words.labels[field]} <input type="date" name="${field}" min="${today}" value="${entered?.[field] ?? ''}"></label>`,
)}
<label>${words.labels.note} <input type="text" name="note" maxlength="500" value="${entered?.note ?? ''}"></label>
<button type="submit">${words.record}</button>
</form>`;
}

function choice(outcome: Outcome, { dates, entered }: OpenState, words: TaskPageWords): Html {
  const { label, hint: always } = words.outcomes[outcome];
  const hint = outcome === 'approved' && dates.includes('newDueOn') ? `${always} ${words.otherDate}` : always;
  const field = ruleOf(outcome).date?.field ?? 'none';
  const checked = entered?.outcome === outcome ? html` checked` : nothing;
  return html`<label class="choice"><input type="radio" name="outcome" value="${outcome}" class="needs-${field}" required${checked}><span>${label}${hint === undefined ? nothing : html`<small>${hint}</small>`}</span></label>
`;
}
