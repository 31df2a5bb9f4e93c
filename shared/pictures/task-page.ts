import type { LocalDate } from '../domain/local-date.ts';
import type { Money } from '../domain/money.ts';
import type { Language } from '../domain/regulation.ts';
import type { CloseReason, ResultEffect, TaskAction } from '../domain/task.ts';
import { type Outcome, ruleOf } from '../domain/task-outcome.ts';
import { formatsOf } from '../notices/formats.ts';
import { type Html, html, nothing } from '../notices/html.ts';
import { type Label, type PageFault, TASK_PAGE_WORDS, type TaskPageWords } from './task-page-words.ts';

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
  const { date, money } = formatsOf(page.language);
  const { action, installment } = page;
  const rows: readonly (readonly [Label, string])[] = [
    ['technique', action.technique],
    ['expectedResult', action.expectedResult],
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

function form({ today }: TaskPage, { outcomes, dates, entered }: OpenState, words: TaskPageWords): Html {
  return html`<form method="post">
<fieldset><legend>${words.question}</legend>
${outcomes.map((outcome) => choice(outcome, entered, words))}
</fieldset>
${dates.map(
  (field) =>
    html`<label class="${field}">${words.labels[field]} <input type="date" name="${field}" min="${today}" value="${entered?.[field] ?? ''}"></label>`,
)}
<label>${words.labels.note} <input type="text" name="note" maxlength="500" value="${entered?.note ?? ''}"></label>
<button type="submit">${words.record}</button>
</form>`;
}

function choice(outcome: Outcome, entered: Entered | undefined, words: TaskPageWords): Html {
  const { label, hint } = words.outcomes[outcome];
  const field = ruleOf(outcome).date?.field ?? 'none';
  const checked = entered?.outcome === outcome ? html` checked` : nothing;
  return html`<label class="choice"><input type="radio" name="outcome" value="${outcome}" class="needs-${field}" required${checked}><span>${label}${hint === undefined ? nothing : html`<small>${hint}</small>`}</span></label>
`;
}

/** A date shows when a result that takes it is chosen; where the browser can't tell, it always does. */
const STYLE = html`<style>
:root{color-scheme:light dark}
body{margin:0;background:Canvas;color:CanvasText;font:17px/1.5 -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif}
main{max-width:38rem;margin:0 auto;padding:1.25rem;overflow-wrap:anywhere}
h1{font-size:1.4rem;line-height:1.3;margin:.25rem 0 1rem}
.from{margin:0;opacity:.75}
dl{margin:0 0 1.5rem;border-top:1px solid GrayText}
dl div{display:flex;gap:0 .75rem;padding:.4rem 0;border-bottom:1px solid GrayText}
dt{flex:0 0 35%;opacity:.75}
dd{flex:1;min-width:0;margin:0}
fieldset{border:0;margin:0 0 1rem;padding:0}
legend{padding:0;font-weight:700;margin-bottom:.5rem}
.choice{display:flex;gap:.75rem;align-items:flex-start;padding:.65rem 0}
.choice input{width:1.4rem;height:1.4rem;margin:.1rem 0 0;flex:none}
small{display:block;opacity:.75}
label:not(.choice){display:block;margin:0 0 1rem}
input[type=date],input[type=text]{display:block;width:100%;box-sizing:border-box;padding:.65rem;font:inherit}
button{display:block;width:100%;padding:.85rem;border:0;border-radius:.4rem;background:#1d4ed8;color:#fff;font:inherit;font-weight:700}
.state,.fault{padding:.75rem 1rem;border-left:4px solid #15803d}
.fault{border-color:#b91c1c}
@supports selector(:has(*)){
form:not(:has(.needs-promisedOn:checked)) .promisedOn,form:not(:has(.needs-newDueOn:checked)) .newDueOn{display:none}
}
</style>`;

/** The text between the tags: a policy that allows only this style needs its digest. */
export const TASK_PAGE_STYLE = STYLE.markup.slice('<style>'.length, -'</style>'.length);

const document = (language: Language, title: string, body: Html): string =>
  html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
${STYLE}
</head>
<body><main>
${body}
</main></body>
</html>
`.markup;
