import type { Language } from '../../domain/regulation.ts';

/** The fixed words of the diagram. What the author of the regulation wrote is shown as it is. */
export interface DiagramWords {
  readonly policyholder: string;
  readonly system: string;
  readonly isPaid: string;
  readonly yes: string;
  readonly no: string;
  /** For installments that the checkpoint does not apply to, by class or amount. */
  readonly waived: string;
  readonly paid: string;
  readonly lapsed: string;
  readonly controlEnds: string;
  readonly paidUp: string;
  readonly restored: string;
  readonly to: string;
}

export const DIAGRAM_WORDS: Readonly<Record<Language, DiagramWords>> = {
  en: {
    policyholder: 'Policyholder',
    system: 'System',
    isPaid: 'Paid?',
    yes: 'yes',
    no: 'no',
    waived: 'waived',
    paid: 'Paid',
    lapsed: 'Lapsed',
    controlEnds: 'Control ends',
    paidUp: 'Suspended policy is paid up',
    restored: 'Cover is restored',
    to: 'to:',
  },
  uk: {
    policyholder: 'Страхувальник',
    system: 'Система',
    isPaid: 'Сплачено?',
    yes: 'так',
    no: 'ні',
    waived: 'не стосується',
    paid: 'Сплачено',
    lapsed: 'Поліс припинено',
    controlEnds: 'Кінець контролю',
    paidUp: 'Після призупинення все сплачено',
    restored: 'Покриття поновлено',
    to: 'кому:',
  },
  ru: {
    policyholder: 'Страхователь',
    system: 'Система',
    isPaid: 'Оплачено?',
    yes: 'да',
    no: 'нет',
    waived: 'не касается',
    paid: 'Оплачено',
    lapsed: 'Полис прекращён',
    controlEnds: 'Конец контроля',
    paidUp: 'После приостановки всё оплачено',
    restored: 'Покрытие возобновлено',
    to: 'кому:',
  },
};
