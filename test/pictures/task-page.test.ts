import { expect, test } from 'vitest';
import { localDate } from '../../shared/domain/local-date.ts';
import { ALL_OUTCOMES, outcomesOf } from '../../shared/domain/task-outcome.ts';
import { TASK_PAGE_WORDS } from '../../shared/pictures/task-page/all-words.ts';
import { TASK_PAGE_STYLE } from '../../shared/pictures/task-page/document.ts';
import { deadLinkPage, type TaskPage, taskPage } from '../../shared/pictures/task-page/task-page.ts';
import { wordsOf } from '../notices/facts.ts';

const PAGE: TaskPage = {
  language: 'en',
  insurer: 'Nadiya Insurance',
  policyholder: 'Dnipro Logistics LLC',
  policyNumber: 'CARGO-2026-000123',
  product: 'Cargo',
  installment: { number: 2, count: 4 },
  dueOn: localDate('2026-12-01'),
  daysPastDue: 8,
  outstanding: { amountMinor: 1_250_050, currency: 'UAH' },
  action: { code: 'A3', title: 'Call the policyholder', technique: 'By telephone', expectedResult: 'A promised date' },
  consult: [{ name: 'Olena Koval', email: 'olena@insurer.example' }],
  doBy: localDate('2026-12-11'),
  today: localDate('2026-12-09'),
  state: { state: 'open', outcomes: outcomesOf('action'), dates: ['promisedOn', 'newDueOn'] },
};

const LANGUAGES = ['en', 'uk', 'ru'] as const;

test('it says what is to be done, for whom and about which debt', () => {
  const said = wordsOf(taskPage(PAGE));
  for (const fact of [
    'Call the policyholder',
    'By telephone',
    'A promised date',
    'Ask before Olena Koval (olena@insurer.example)',
    '11 December 2026',
    'CARGO-2026-000123',
    '2 of 4',
    '8 days',
    'UAH 12,500.50',
  ])
    expect(said).toContain(fact);
});

test('with nobody to ask before, it says nothing of it', () => {
  expect(wordsOf(taskPage({ ...PAGE, consult: [] }))).not.toContain('Ask before');
});

test.each(LANGUAGES)('every outcome can be chosen, each in words of its own: %s', (language) => {
  const page = taskPage({ ...PAGE, language, state: { state: 'open', outcomes: ALL_OUTCOMES, dates: ['promisedOn', 'newDueOn'] } });
  const labels = ALL_OUTCOMES.map((outcome) => TASK_PAGE_WORDS[language].outcomes[outcome].label);
  expect(new Set(labels).size).toBe(ALL_OUTCOMES.length);
  for (const [index, outcome] of ALL_OUTCOMES.entries()) {
    expect(page).toContain(`value="${outcome}"`);
    expect(wordsOf(page)).toContain(labels[index]);
  }
});

test('the form goes where it came from, asks for an outcome, and takes no date of the past', () => {
  const page = taskPage(PAGE);
  expect(page.match(/<form[^>]*>/g)).toEqual(['<form method="post">']);
  expect(page.match(/<input type="radio"[^>]*required/g)).toHaveLength(9);
  expect(page.match(/<input type="date"[^>]*>/g)).toEqual([
    '<input type="date" name="promisedOn" min="2026-12-09" value="">',
    '<input type="date" name="newDueOn" min="2026-12-09" value="">',
  ]);
});

test('without dates to say there are no fields for them', () => {
  const page = taskPage({ ...PAGE, state: { state: 'open', outcomes: outcomesOf('approval'), dates: [] } });
  expect(page).not.toContain('type="date"');
});

test.each([
  [['newDueOn'], true],
  [[], false],
] as const)('only relief with a date to choose says that another may be given: %j', (dates, isSaid) => {
  const page = taskPage({ ...PAGE, state: { state: 'open', outcomes: outcomesOf('approval'), dates } });
  expect(wordsOf(page)).toContain('It takes effect at once.');
  expect(wordsOf(page).includes('You may give it another date.')).toBe(isSaid);
});

test('what was entered stands there again, with what is wrong', () => {
  const entered = { outcome: 'promised', note: 'asked twice', promisedOn: '', newDueOn: '' };
  const page = taskPage({
    ...PAGE,
    state: { state: 'open', outcomes: outcomesOf('action'), dates: [], entered, fault: { fault: 'dateMissing' } },
  });
  expect(page).toContain('value="promised" class="needs-promisedOn" required checked');
  expect(page.match(/ checked/g)).toHaveLength(1);
  expect(page).toContain('value="asked twice"');
  expect(wordsOf(page)).toContain('Say the date that goes with the result.');
});

test.each([
  [
    'recorded now',
    { state: 'recorded', outcome: 'promised', now: true, effect: 'approvalRequested' },
    ['The result is recorded', 'Promised to pay', 'needs an approval'],
  ],
  ['recorded before', { state: 'recorded', outcome: 'noAnswer', now: false }, ['nothing was changed', 'No answer']],
  ['paid', { state: 'closed', reason: 'paid' }, ['has been paid']],
  ['ended', { state: 'closed', reason: 'policyClosed' }, ['the policy has ended']],
] as const)('a task that is %s has no form', (_, state, said) => {
  const page = taskPage({ ...PAGE, state });
  expect(page).not.toContain('<form');
  for (const text of said) expect(wordsOf(page)).toContain(text);
});

test('a dead link is told in every language, and with the style of the page', () => {
  for (const language of LANGUAGES) expect(wordsOf(deadLinkPage())).toContain(TASK_PAGE_WORDS[language].deadLink);
  expect(deadLinkPage()).toContain(`<style>${TASK_PAGE_STYLE}</style>`);
});
