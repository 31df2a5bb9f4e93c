import type { Gist } from '../gist.ts';
import { counted } from '../plural.ts';
import type { Wording } from './wording.ts';

/*
 * Names are not addressed ('Добрий день!'): they would need the vocative, which cannot be made from a name alone.
 * Dates stand where their genitive fits as it is: 'минув 1 грудня', 'не раніше 1 грудня', 'термін сплати — 1 грудня'.
 */

const rules = new Intl.PluralRules('uk');
const days = (count: number): string => counted(rules, count, { one: 'день', few: 'дні', many: 'днів', other: 'дня' });

const installmentOf = (number: number, count: number): string => (count === 1 ? 'одноразовий' : `${number} з ${count}`);

const FORMS = { one: 'договір', few: 'договори', many: 'договорів', other: 'договору' };
const agreement = ({ policy, policies: { count, named } }: Gist): string => {
  if (policy) return `договір №\u00a0${policy.number}`;
  return named === undefined ? counted(rules, count, FORMS) : `договори №\u00a0${named}`;
};
/** After 'за', in the instrumental. */
const agreements = ({ policy, policies: { count, named } }: Gist): string => {
  if (policy) return `договором страхування №\u00a0${policy.number} (${policy.product})`;
  return named === undefined ? `${count} договорами страхування` : `договорами страхування №\u00a0${named}`;
};

/** In the genitive: 'термін сплати …', 'не отримали …'. */
function payment({ installment }: Gist): string {
  if (!installment) return 'страхових платежів';
  return installment.count === 1 ? 'страхового платежу' : `страхового платежу (${installment.number}\u00a0з\u00a0${installment.count})`;
}

const inDays = ({ daysToDue }: Gist): string => (daysToDue === undefined ? '' : ` (через ${days(daysToDue)})`);
const sumOf = ({ outstanding }: Gist): string => outstanding ?? 'страхову премію';
const restored = (gist: Gist): string =>
  gist.policy
    ? `Покриття буде поновлено, щойно ми отримаємо ${sumOf(gist)}.`
    : 'Покриття за кожним договором буде поновлено, щойно ми отримаємо те, що за ним не сплачено.';
const notReceived = (gist: Gist): string => `${gist.partlyPaid ? 'отримали лише частину' : 'не отримали'} ${payment(gist)}`;

function due(gist: Gist): string {
  const term = `Термін сплати ${payment(gist)} за ${agreements(gist)}`;
  if (gist.phase === 'dueSoon') return `${term} — ${gist.when}${inDays(gist)}.`;
  if (gist.phase === 'dueToday') return `${term} настав сьогодні.`;
  const pastDue = gist.daysPastDue === undefined ? '' : `; прострочення становить ${days(gist.daysPastDue)}`;
  return `${term} минув ${gist.when}${pastDue}.`;
}

const outstanding = (gist: Gist): string => (gist.outstanding === undefined ? '' : ` До сплати: ${gist.outstanding}.`);
const situation = (gist: Gist): string => `Страхувальник: ${gist.policyholder}. ${due(gist)}${outstanding(gist)}`;

export const ukrainian: Wording = {
  greeting: () => 'Добрий день!',
  headings: {
    dueSoon: ({ when }) => `Термін сплати страхової премії — ${when}`,
    dueToday: () => 'Сьогодні термін сплати страхової премії',
    pastDue: () => 'Страхова премія ще не надійшла',
    overdueNotice: () => 'Повідомлення про прострочення сплати страхової премії',
    finalNotice: () => 'Останнє попередження перед припиненням страхування',
    task: ({ action }) => (action === undefined ? 'Нове завдання' : `Завдання: ${action}`),
    escalation: () => 'Ескалація: страхову премію не сплачено',
    suspension: () => 'Дію страхового покриття призупинено',
    lapse: ({ policy }) => `${policy ? 'Договір' : 'Договори'} страхування припинено через несплату`,
    restoration: () => 'Дію страхового покриття поновлено',
  },
  subjects: {
    policyholder: (heading, gist) => `${heading}: ${agreement(gist)}${gist.outstanding === undefined ? '' : `, ${gist.outstanding}`}`,
    participant: (heading, gist) => `${heading} (${agreement(gist)}, ${gist.policyholder})`,
    forAction: (subject) => `До виконання: ${subject}`,
    forInformation: (subject) => `До відома: ${subject}`,
  },
  leads: {
    policyholder: {
      dueSoon: (gist) =>
        `Нагадуємо, що наближається термін сплати ${payment(gist)} за ${agreements(gist)}: ${gist.when}${inDays(gist)}. Просимо вчасно сплатити ${sumOf(gist)}.`,
      dueToday: (gist) =>
        `Сьогодні настав термін сплати ${payment(gist)} за ${agreements(gist)}. Просимо сплатити ${sumOf(gist)} сьогодні.`,
      pastDue: (gist) =>
        `Ми поки що ${notReceived(gist)} за ${agreements(gist)}; термін сплати — ${gist.when}. Просимо найближчим часом сплатити ${sumOf(gist)}.`,
      overdueNotice: (gist) => `${due(gist)} Просимо невідкладно сплатити ${sumOf(gist)}.`,
      finalNotice: (gist) => `${due(gist)} Щоб зберегти страхування, просимо невідкладно сплатити ${sumOf(gist)}.`,
      suspension: (gist) =>
        `З ${gist.today} дію страхового покриття за ${agreements(gist)} призупинено, оскільки ми ${notReceived(gist)} з терміном сплати ${gist.when}. Події, що стануться в період призупинення, не вважаються страховими випадками. ${restored(gist)}`,
      lapse: (gist) =>
        `На жаль, мусимо повідомити, що ${gist.today} страхове покриття за ${agreements(gist)} припинилося, оскільки ми ${notReceived(gist)} з терміном сплати ${gist.when}. Події, що стануться після цієї дати, не вважаються страховими випадками. Якщо ви бажаєте застрахуватися знову, будь ласка, зверніться до нас.`,
      restoration: (gist) =>
        `З ${gist.today} дію страхового покриття за ${agreements(gist)} поновлено. ${gist.outstanding === undefined ? 'Дякуємо за оплату!' : `Звертаємо вашу увагу, що частина премії залишається несплаченою: ${gist.outstanding}.`}`,
    },
    participant: {
      dueSoon: situation,
      dueToday: situation,
      pastDue: situation,
      overdueNotice: situation,
      finalNotice: situation,
      task: situation,
      escalation: (gist) => `Попередні кроки не дали результату: премію не сплачено. ${situation(gist)}`,
      suspension: (gist) => `З ${gist.today} дію страхового покриття призупинено. ${situation(gist)}`,
      lapse: (gist) => `Страхове покриття припинилося ${gist.today} через несплату премії. ${situation(gist)}`,
      restoration: (gist) =>
        `З ${gist.today} дію страхового покриття за ${agreements(gist)} поновлено. Страхувальник: ${gist.policyholder}.${outstanding(gist)}`,
    },
  },
  roles: {
    responsible: 'Що потрібно зробити, зазначено нижче.',
    informed: 'Цей лист надіслано до вашого відома; від вас нічого не потрібно.',
  },
  installment: installmentOf,
  days,
  labels: {
    policyholder: 'Страхувальник',
    policy: 'Договір',
    product: 'Продукт',
    installment: 'Платіж',
    dueOn: 'Термін сплати',
    pastDue: 'Прострочення',
    amount: 'Сума платежу',
    paid: 'Сплачено',
    outstanding: 'До сплати',
    reference: 'Призначення платежу',
    beneficiary: 'Отримувач',
    registryCode: 'Код отримувача',
    action: 'Дія',
    technique: 'Як саме',
    expectedResult: 'Очікуваний результат',
    consult: 'З ким порадитися',
    doBy: 'Виконати до',
  },
  titles: {
    details: 'Деталі',
    total: 'Усього до сплати',
    payment: 'Як сплатити',
    expectedOfYou: 'Що потрібно зробити',
    beingDone: 'Вжиті заходи',
  },
  payByReference: {
    one: 'У призначенні платежу, будь ласка, вкажіть номер договору: за ним ми розпізнаємо вашу оплату.',
    several: 'Просимо сплатити за кожним договором окремо і вказати його номер у призначенні платежу: за ним ми розпізнаємо вашу оплату.',
  },
  consequences: {
    suspend: (date, { policy }) =>
      policy
        ? `Якщо кошти не надійдуть, дію страхового покриття може бути призупинено, але не раніше ${date}.`
        : `Дію страхового покриття за кожним договором, за яким кошти не надійдуть, може бути призупинено, але не раніше ${date}.`,
    lapse: (date, { policy }) =>
      policy
        ? `Якщо кошти не надійдуть, договір страхування може бути припинено, але не раніше ${date}.`
        : `Кожен договір страхування, за яким кошти не надійдуть, може бути припинено, але не раніше ${date}.`,
  },
  alreadyPaid: 'Якщо ви вже сплатили, дякуємо; просимо не зважати на цей лист. Банківський переказ може надійти не одразу.',
  openTask: 'Записати результат',
  contact: { policyholder: 'Якщо у вас є запитання, дайте відповідь на цей лист або напишіть', participant: 'Контактна особа' },
  regards: 'З повагою',
  footer: (insurer) => `Лист надіслано автоматично системою контролю сплати премій. ${insurer}`,
  payInApp: 'Сплатити в застосунку банку',
  paymentCode: (amount, policyNumber) =>
    `Відскануйте код у застосунку свого банку, щоб сплатити ${amount} за договором №\u00a0${policyNumber}`,
  calendarEntry: (amount, policyNumber) => `Сплатити страхову премію: ${amount}, договір №\u00a0${policyNumber}`,
};
