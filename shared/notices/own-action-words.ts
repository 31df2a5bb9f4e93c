import type { Language } from '../domain/regulation.ts';
import type { ReliefTerms } from '../domain/relief-request.ts';

/** Words of the tasks that are not in a regulation, in the language of who gets them. */
export interface OwnActionWords {
  readonly approve: (relief: string) => string;
  readonly approvalTechnique: (reason: string, asked: string) => string;
  readonly approvalResult: string;
  readonly relief: {
    readonly [Kind in ReliefTerms['kind']]: (facts: ReliefWords) => string;
  };
  readonly undelivered: (address: string) => string;
  readonly undeliveredTechnique: string;
  readonly undeliveredResult: string;
}

/** Facts of the relief as the reader writes them. */
export interface ReliefWords {
  readonly installment: number;
  /** Absent where who approves is to name it. */
  readonly date?: string;
  readonly amount?: string;
  readonly count: number;
}

const maybe = (text: string | undefined, say: (text: string) => string): string => (text === undefined ? '' : say(text));

const english: OwnActionWords = {
  approve: (relief) => `Decide on relief: ${relief}`,
  approvalTechnique: (reason, asked) => `Asked for by ${asked}. Reason: ${reason}`,
  approvalResult: 'The relief is approved or declined; nothing changes until then',
  relief: {
    deferral: ({ installment, date }) => `deferral of installment ${installment}${maybe(date, (d) => ` to ${d}`)}`,
    promise: ({ date, amount }) => `promise to pay${maybe(amount, (a) => ` ${a}`)}${maybe(date, (d) => ` by ${d}`)}`,
    hold: ({ date }) => `hold of the process${maybe(date, (d) => ` until ${d}`)}`,
    agreement: ({ count, amount }) => `new payment agreement: ${amount ?? ''} in ${count} installments`,
    writeOff: ({ amount }) => `write-off of ${amount ?? ''}`,
  },
  undelivered: (address) => `Correct the address: mail to ${address} came back`,
  undeliveredTechnique: 'Call the recipient, correct the address, and tell him what the message said',
  undeliveredResult: 'The address is right, and the recipient knows what is due',
};

const ukrainian: OwnActionWords = {
  approve: (relief) => `Вирішіть щодо поступки: ${relief}`,
  approvalTechnique: (reason, asked) => `Запит від ${asked}. Причина: ${reason}`,
  approvalResult: 'Поступку погоджено або відхилено; доти нічого не змінюється',
  relief: {
    deferral: ({ installment, date }) => `відстрочка платежу № ${installment}${maybe(date, (d) => ` до ${d}`)}`,
    promise: ({ date, amount }) => `обіцянка сплатити${maybe(amount, (a) => ` ${a}`)}${maybe(date, (d) => ` до ${d}`)}`,
    hold: ({ date }) => `призупинення контролю${maybe(date, (d) => ` до ${d}`)}`,
    agreement: ({ count, amount }) => `новий графік платежів: ${amount ?? ''}, кількість платежів: ${count}`,
    writeOff: ({ amount }) => `списання ${amount ?? ''}`,
  },
  undelivered: (address) => `Виправте адресу: лист на ${address} повернувся`,
  undeliveredTechnique: 'Зателефонуйте одержувачу, виправте адресу і повідомте, про що був лист',
  undeliveredResult: 'Адреса правильна, одержувач знає, що і коли сплатити',
};

const russian: OwnActionWords = {
  approve: (relief) => `Примите решение об уступке: ${relief}`,
  approvalTechnique: (reason, asked) => `Запрос от ${asked}. Причина: ${reason}`,
  approvalResult: 'Уступка согласована или отклонена; до этого ничего не меняется',
  relief: {
    deferral: ({ installment, date }) => `отсрочка платежа № ${installment}${maybe(date, (d) => ` до ${d}`)}`,
    promise: ({ date, amount }) => `обещание заплатить${maybe(amount, (a) => ` ${a}`)}${maybe(date, (d) => ` до ${d}`)}`,
    hold: ({ date }) => `приостановка контроля${maybe(date, (d) => ` до ${d}`)}`,
    agreement: ({ count, amount }) => `новый график платежей: ${amount ?? ''}, количество платежей: ${count}`,
    writeOff: ({ amount }) => `списание ${amount ?? ''}`,
  },
  undelivered: (address) => `Исправьте адрес: письмо на ${address} вернулось`,
  undeliveredTechnique: 'Позвоните получателю, исправьте адрес и сообщите, о чём было письмо',
  undeliveredResult: 'Адрес верен, получатель знает, что и когда заплатить',
};

export const OWN_ACTION_WORDS: Readonly<Record<Language, OwnActionWords>> = { en: english, uk: ukrainian, ru: russian };
