import type { Language } from '../domain/regulation.ts';
import type { CloseReason, ResultEffect } from '../domain/task.ts';
import type { Outcome } from '../domain/task-outcome.ts';

/** Words of the page of a task, in the language of who has it. */
export interface TaskPageWords {
  readonly outcomes: Readonly<Record<Outcome, { readonly label: string; readonly hint?: string }>>;
  readonly labels: Readonly<Record<Label, string>>;
  readonly question: string;
  readonly record: string;
  readonly recorded: string;
  readonly recordedAlready: string;
  /** What followed from it. */
  readonly effects: Readonly<Record<ResultEffect['effect'], string>>;
  readonly closed: Readonly<Record<CloseReason, string>>;
  readonly deadLink: string;
  readonly deadLinkCure: string;
  readonly faults: Readonly<Record<PageFault, string>>;
  readonly installment: (number: number, count: number) => string;
  readonly days: (count: number) => string;
}

export type Label =
  | 'policyholder'
  | 'policy'
  | 'product'
  | 'installment'
  | 'dueOn'
  | 'pastDue'
  | 'outstanding'
  | 'technique'
  | 'expectedResult'
  | 'doBy'
  | 'promisedOn'
  | 'newDueOn'
  | 'note'
  | 'result';

/** Why what was entered cannot be recorded. */
export type PageFault = 'noOutcome' | 'dateMissing' | 'dateNotLater' | 'noteTooLong' | 'nothingOwed' | 'other';

const counted = (locale: string, forms: Readonly<Record<string, string>>) => {
  const rules = new Intl.PluralRules(locale);
  return (count: number): string => `${count} ${forms[rules.select(count)] ?? forms['other'] ?? ''}`;
};

const english: TaskPageWords = {
  outcomes: {
    promised: { label: 'Promised to pay', hint: 'Say by when. The process waits through that day.' },
    paymentSent: { label: 'Payment has been sent', hint: 'The process waits three business days for it.' },
    awaitingApproval: { label: 'Payment waits for an approval on their side' },
    invoiceNotReceived: { label: 'Invoice not received' },
    noAnswer: { label: 'No answer' },
    dispute: { label: 'Amount or cover is disputed', hint: 'The process is put on hold.' },
    cannotPay: { label: 'Cannot pay', hint: 'Relief is asked for; say until when, if you know.' },
    refused: { label: 'Refused to pay', hint: 'It is escalated now.' },
    done: { label: 'Done' },
    approved: { label: 'Approved', hint: 'It takes effect at once. A deferral may get another date.' },
    declined: { label: 'Declined', hint: 'Nothing changes.' },
  },
  labels: {
    policyholder: 'Policyholder',
    policy: 'Policy',
    product: 'Product',
    installment: 'Installment',
    dueOn: 'Due date',
    pastDue: 'Past due',
    outstanding: 'Outstanding',
    technique: 'How',
    expectedResult: 'Expected result',
    doBy: 'By',
    promisedOn: 'Promised for',
    newDueOn: 'New due date',
    note: 'Note',
    result: 'Result',
  },
  question: 'What is the result?',
  record: 'Record the result',
  recorded: 'Thank you. The result is recorded.',
  recordedAlready: 'A result has been recorded already; nothing was changed.',
  effects: {
    granted: 'It is in force: control takes it into account.',
    approvalRequested: 'It needs an approval, which has been asked for. Nothing changes until then.',
    declined: 'Nothing changes.',
    escalated: 'The escalation has begun.',
  },
  closed: {
    paid: 'Nothing more is to be done: the installment has been paid.',
    policyClosed: 'Nothing more is to be done: the policy has ended.',
  },
  deadLink: 'This link is not valid any more',
  deadLinkCure: 'It has expired, or the task has gone to somebody else. Look for a newer message, or ask your account manager.',
  faults: {
    noOutcome: 'Choose a result.',
    dateMissing: 'Say the date that goes with the result.',
    dateNotLater: 'The date is too early.',
    noteTooLong: 'The note is too long: 500 characters at most.',
    nothingOwed: 'Nothing is outstanding that is due by that day.',
    other: 'This cannot be recorded:',
  },
  installment: (number, count) => `${number} of ${count}`,
  days: counted('en', { one: 'day', other: 'days' }),
};

const ukrainian: TaskPageWords = {
  outcomes: {
    promised: { label: 'Обіцяли сплатити', hint: 'Вкажіть, до якого дня. Контроль чекає до кінця цього дня.' },
    paymentSent: { label: 'Платіж надіслано', hint: 'Контроль чекає на нього три робочі дні.' },
    awaitingApproval: { label: 'Платіж погоджують у клієнта' },
    invoiceNotReceived: { label: 'Рахунок не отримано' },
    noAnswer: { label: 'Немає відповіді' },
    dispute: { label: 'Не згодні із сумою або покриттям', hint: 'Контроль призупиняється.' },
    cannotPay: { label: 'Не можуть сплатити', hint: 'Подається запит на поступку; вкажіть, до якого дня, якщо знаєте.' },
    refused: { label: 'Відмовилися платити', hint: 'Питання одразу передається керівнику.' },
    done: { label: 'Виконано' },
    approved: { label: 'Погоджено', hint: 'Діє одразу. Для відстрочки можна вказати іншу дату.' },
    declined: { label: 'Відхилено', hint: 'Нічого не змінюється.' },
  },
  labels: {
    policyholder: 'Страхувальник',
    policy: 'Договір',
    product: 'Продукт',
    installment: 'Платіж',
    dueOn: 'Строк сплати',
    pastDue: 'Прострочено',
    outstanding: 'До сплати',
    technique: 'Як',
    expectedResult: 'Очікуваний результат',
    doBy: 'Виконати до',
    promisedOn: 'Обіцяли до',
    newDueOn: 'Новий строк сплати',
    note: 'Примітка',
    result: 'Результат',
  },
  question: 'Який результат?',
  record: 'Записати результат',
  recorded: 'Дякуємо. Результат записано.',
  recordedAlready: 'Результат уже записано раніше; нічого не змінено.',
  effects: {
    granted: 'Це вже діє: контроль це враховує.',
    approvalRequested: 'Потрібне погодження, його вже запитано. Доти нічого не змінюється.',
    declined: 'Нічого не змінюється.',
    escalated: 'Питання передано керівнику.',
  },
  closed: {
    paid: 'Робити нічого не потрібно: платіж сплачено.',
    policyClosed: 'Робити нічого не потрібно: дію договору припинено.',
  },
  deadLink: 'Це посилання вже не діє',
  deadLinkCure: 'Строк його дії минув, або завдання передано іншій особі. Пошукайте новіший лист або зверніться до менеджера клієнта.',
  faults: {
    noOutcome: 'Виберіть результат.',
    dateMissing: 'Вкажіть дату, яка належить до результату.',
    dateNotLater: 'Дата зарання.',
    noteTooLong: 'Примітка задовга: щонайбільше 500 знаків.',
    nothingOwed: 'До цього дня сплачувати нічого.',
    other: 'Це неможливо записати:',
  },
  installment: (number, count) => `${number} із ${count}`,
  days: counted('uk', { one: 'день', few: 'дні', many: 'днів', other: 'дня' }),
};

const russian: TaskPageWords = {
  outcomes: {
    promised: { label: 'Обещали заплатить', hint: 'Укажите, до какого дня. Контроль ждёт до конца этого дня.' },
    paymentSent: { label: 'Платёж отправлен', hint: 'Контроль ждёт его три рабочих дня.' },
    awaitingApproval: { label: 'Платёж согласуют у клиента' },
    invoiceNotReceived: { label: 'Счёт не получен' },
    noAnswer: { label: 'Нет ответа' },
    dispute: { label: 'Не согласны с суммой или покрытием', hint: 'Контроль приостанавливается.' },
    cannotPay: { label: 'Не могут заплатить', hint: 'Подаётся запрос об уступке; укажите, до какого дня, если знаете.' },
    refused: { label: 'Отказались платить', hint: 'Вопрос сразу передаётся руководителю.' },
    done: { label: 'Выполнено' },
    approved: { label: 'Согласовано', hint: 'Действует сразу. Для отсрочки можно указать другую дату.' },
    declined: { label: 'Отклонено', hint: 'Ничего не меняется.' },
  },
  labels: {
    policyholder: 'Страхователь',
    policy: 'Договор',
    product: 'Продукт',
    installment: 'Платёж',
    dueOn: 'Срок оплаты',
    pastDue: 'Просрочено',
    outstanding: 'К оплате',
    technique: 'Как',
    expectedResult: 'Ожидаемый результат',
    doBy: 'Выполнить до',
    promisedOn: 'Обещали до',
    newDueOn: 'Новый срок оплаты',
    note: 'Примечание',
    result: 'Результат',
  },
  question: 'Какой результат?',
  record: 'Записать результат',
  recorded: 'Спасибо. Результат записан.',
  recordedAlready: 'Результат уже записан раньше; ничего не изменено.',
  effects: {
    granted: 'Это уже действует: контроль это учитывает.',
    approvalRequested: 'Нужно согласование, оно уже запрошено. До него ничего не меняется.',
    declined: 'Ничего не меняется.',
    escalated: 'Вопрос передан руководителю.',
  },
  closed: {
    paid: 'Делать ничего не нужно: платёж оплачен.',
    policyClosed: 'Делать ничего не нужно: действие договора прекращено.',
  },
  deadLink: 'Эта ссылка больше не действует',
  deadLinkCure: 'Срок её действия истёк, или задача передана другому. Найдите более новое письмо или обратитесь к менеджеру клиента.',
  faults: {
    noOutcome: 'Выберите результат.',
    dateMissing: 'Укажите дату, которая относится к результату.',
    dateNotLater: 'Дата слишком ранняя.',
    noteTooLong: 'Примечание слишком длинное: не больше 500 знаков.',
    nothingOwed: 'К этому дню платить нечего.',
    other: 'Это нельзя записать:',
  },
  installment: (number, count) => `${number} из ${count}`,
  days: counted('ru', { one: 'день', few: 'дня', many: 'дней', other: 'дня' }),
};

export const TASK_PAGE_WORDS: Readonly<Record<Language, TaskPageWords>> = { en: english, uk: ukrainian, ru: russian };
