import type { Gist } from '../gist.ts';
import { counted } from '../plural.ts';
import type { Wording } from './wording.ts';

/* Dates stand where their genitive fits as it is: 'истёк 1 декабря', 'не ранее 1 декабря', 'срок оплаты — 1 декабря'. */

const rules = new Intl.PluralRules('ru');
const days = (count: number): string => counted(rules, count, { one: 'день', few: 'дня', many: 'дней', other: 'дня' });

const installmentOf = (number: number, count: number): string => (count === 1 ? 'единовременный' : `${number} из ${count}`);

const FORMS = { one: 'договор', few: 'договора', many: 'договоров', other: 'договора' };
const agreement = ({ policy, policies: { count, named } }: Gist): string => {
  if (policy) return `договор №\u00a0${policy.number}`;
  return named === undefined ? counted(rules, count, FORMS) : `договоры №\u00a0${named}`;
};
/** After 'по', in the dative. */
const agreements = ({ policy, policies: { count, named } }: Gist): string => {
  if (policy) return `договору страхования №\u00a0${policy.number} (${policy.product})`;
  return named === undefined ? `${count} договорам страхования` : `договорам страхования №\u00a0${named}`;
};

const which = ({ installment }: Gist): string =>
  installment && installment.count > 1 ? ` (${installment.number}\u00a0из\u00a0${installment.count})` : '';
/** In the genitive: 'срок оплаты …', 'часть …'; and in the accusative: 'не получили …'. */
const ofPayment = (gist: Gist): string => (gist.installment ? `страхового взноса${which(gist)}` : 'страховых взносов');
const payment = (gist: Gist): string => (gist.installment ? `страховой взнос${which(gist)}` : 'страховые взносы');

const inDays = ({ daysToDue }: Gist): string => (daysToDue === undefined ? '' : ` (через ${days(daysToDue)})`);
const sumOf = ({ outstanding }: Gist): string => outstanding ?? 'страховую премию';
const restored = (gist: Gist): string =>
  gist.policy
    ? `Покрытие возобновится, как только мы получим ${sumOf(gist)}.`
    : 'Покрытие по каждому договору возобновится, как только мы получим то, что по нему не оплачено.';
const notReceived = (gist: Gist): string => (gist.partlyPaid ? `получили лишь часть ${ofPayment(gist)}` : `не получили ${payment(gist)}`);

function due(gist: Gist): string {
  const term = `Срок оплаты ${ofPayment(gist)} по ${agreements(gist)}`;
  if (gist.phase === 'dueSoon') return `${term} — ${gist.when}${inDays(gist)}.`;
  if (gist.phase === 'dueToday') return `${term} наступил сегодня.`;
  const pastDue = gist.daysPastDue === undefined ? '' : `; просрочка составляет ${days(gist.daysPastDue)}`;
  return `${term} истёк ${gist.when}${pastDue}.`;
}

const outstanding = (gist: Gist): string => (gist.outstanding === undefined ? '' : ` К оплате: ${gist.outstanding}.`);
const situation = (gist: Gist): string => `Страхователь: ${gist.policyholder}. ${due(gist)}${outstanding(gist)}`;

export const russian: Wording = {
  greeting: () => 'Здравствуйте!',
  headings: {
    dueSoon: ({ when }) => `Срок оплаты страховой премии — ${when}`,
    dueToday: () => 'Сегодня срок оплаты страховой премии',
    pastDue: () => 'Страховая премия пока не поступила',
    overdueNotice: () => 'Уведомление о просрочке оплаты страховой премии',
    finalNotice: () => 'Последнее предупреждение перед прекращением страхования',
    task: ({ action }) => (action === undefined ? 'Новая задача' : `Задача: ${action}`),
    escalation: () => 'Эскалация: страховая премия не оплачена',
    suspension: () => 'Действие страхового покрытия приостановлено',
    lapse: ({ policy }) => (policy ? 'Договор страхования прекращён из-за неоплаты' : 'Договоры страхования прекращены из-за неоплаты'),
    restoration: () => 'Действие страхового покрытия возобновлено',
  },
  subjects: {
    policyholder: (heading, gist) => `${heading}: ${agreement(gist)}${gist.outstanding === undefined ? '' : `, ${gist.outstanding}`}`,
    participant: (heading, gist) => `${heading} (${agreement(gist)}, ${gist.policyholder})`,
    forAction: (subject) => `К исполнению: ${subject}`,
    forInformation: (subject) => `К сведению: ${subject}`,
  },
  leads: {
    policyholder: {
      dueSoon: (gist) =>
        `Напоминаем, что приближается срок оплаты ${ofPayment(gist)} по ${agreements(gist)}: ${gist.when}${inDays(gist)}. Просим своевременно оплатить ${sumOf(gist)}.`,
      dueToday: (gist) => `Сегодня наступил срок оплаты ${ofPayment(gist)} по ${agreements(gist)}. Просим оплатить ${sumOf(gist)} сегодня.`,
      pastDue: (gist) =>
        `Мы пока ${notReceived(gist)} по ${agreements(gist)}; срок оплаты — ${gist.when}. Просим в ближайшее время оплатить ${sumOf(gist)}.`,
      overdueNotice: (gist) => `${due(gist)} Просим незамедлительно оплатить ${sumOf(gist)}.`,
      finalNotice: (gist) => `${due(gist)} Чтобы сохранить страхование, просим незамедлительно оплатить ${sumOf(gist)}.`,
      suspension: (gist) =>
        `С ${gist.today} действие страхового покрытия по ${agreements(gist)} приостановлено, поскольку мы ${notReceived(gist)} со сроком оплаты ${gist.when}. События, которые произойдут в период приостановки, не считаются страховыми случаями. ${restored(gist)}`,
      lapse: (gist) =>
        `К сожалению, вынуждены сообщить, что ${gist.today} страховое покрытие по ${agreements(gist)} прекратилось, поскольку мы ${notReceived(gist)} со сроком оплаты ${gist.when}. События, которые произойдут после этой даты, не считаются страховыми случаями. Если вы хотите застраховаться снова, пожалуйста, свяжитесь с нами.`,
      restoration: (gist) =>
        `С ${gist.today} действие страхового покрытия по ${agreements(gist)} возобновлено. ${gist.outstanding === undefined ? 'Благодарим за оплату!' : `Обращаем ваше внимание, что часть премии остаётся неоплаченной: ${gist.outstanding}.`}`,
    },
    participant: {
      dueSoon: situation,
      dueToday: situation,
      pastDue: situation,
      overdueNotice: situation,
      finalNotice: situation,
      task: situation,
      escalation: (gist) => `Предыдущие шаги не дали результата: премия не оплачена. ${situation(gist)}`,
      suspension: (gist) => `С ${gist.today} действие страхового покрытия приостановлено. ${situation(gist)}`,
      lapse: (gist) => `Страховое покрытие прекратилось ${gist.today} из-за неоплаты премии. ${situation(gist)}`,
      restoration: (gist) =>
        `С ${gist.today} действие страхового покрытия по ${agreements(gist)} возобновлено. Страхователь: ${gist.policyholder}.${outstanding(gist)}`,
    },
  },
  roles: {
    responsible: 'Что нужно сделать, указано ниже.',
    informed: 'Это письмо направлено вам для сведения; от вас ничего не требуется.',
  },
  installment: installmentOf,
  days,
  labels: {
    policyholder: 'Страхователь',
    policy: 'Договор',
    product: 'Продукт',
    installment: 'Взнос',
    dueOn: 'Срок оплаты',
    pastDue: 'Просрочка',
    amount: 'Сумма взноса',
    paid: 'Оплачено',
    outstanding: 'К оплате',
    reference: 'Назначение платежа',
    beneficiary: 'Получатель',
    registryCode: 'Код получателя',
    action: 'Действие',
    technique: 'Как именно',
    expectedResult: 'Ожидаемый результат',
    consult: 'С кем посоветоваться',
    doBy: 'Выполнить до',
  },
  titles: {
    details: 'Подробности',
    total: 'Всего к оплате',
    payment: 'Как оплатить',
    expectedOfYou: 'Что нужно сделать',
    beingDone: 'Принятые меры',
  },
  payByReference: {
    one: 'В назначении платежа, пожалуйста, укажите номер договора: по нему мы узнаём ваш платёж.',
    several: 'Просим оплатить каждый договор отдельно и указать его номер в назначении платежа: по нему мы узнаём ваш платёж.',
  },
  consequences: {
    suspend: (date, { policy }) =>
      policy
        ? `Если средства не поступят, действие страхового покрытия может быть приостановлено, но не ранее ${date}.`
        : `Действие страхового покрытия по каждому договору, по которому средства не поступят, может быть приостановлено, но не ранее ${date}.`,
    lapse: (date, { policy }) =>
      policy
        ? `Если средства не поступят, договор страхования может быть прекращён, но не ранее ${date}.`
        : `Каждый договор страхования, по которому средства не поступят, может быть прекращён, но не ранее ${date}.`,
  },
  alreadyPaid:
    'Если вы уже оплатили, благодарим вас и просим не обращать внимания на это письмо. Банковский перевод может поступить не сразу.',
  openTask: 'Записать результат',
  contact: { policyholder: 'Если у вас есть вопросы, ответьте на это письмо или напишите', participant: 'Контактное лицо' },
  regards: 'С уважением,',
  footer: (insurer) => `Письмо отправлено автоматически системой контроля оплаты премий. ${insurer}`,
  payInApp: 'Оплатить в приложении банка',
  paymentCode: (amount, policyNumber) =>
    `Отсканируйте код в приложении своего банка, чтобы оплатить ${amount} по договору №\u00a0${policyNumber}`,
  calendarEntry: (amount, policyNumber) => `Оплатить страховую премию: ${amount}, договор №\u00a0${policyNumber}`,
};
