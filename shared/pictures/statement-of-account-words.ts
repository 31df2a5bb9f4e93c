import type { Language } from '../domain/regulation.ts';
import type { AccountLine } from '../domain/statement-of-account.ts';

export interface AccountWords {
  readonly title: string;
  readonly asOf: string;
  readonly policy: string;
  readonly columns: readonly [string, string, string, string, string];
  readonly kinds: Readonly<Record<AccountLine['kind'], string>>;
  readonly installment: string;
  readonly balance: string;
  readonly owed: string;
  readonly credit: string;
  readonly disagrees: string;
}

export const ACCOUNT_WORDS: Readonly<Record<Language, AccountWords>> = {
  en: {
    title: 'Statement of account',
    asOf: 'As of',
    policy: 'Policy',
    columns: ['Date', 'What', 'Reference', 'Amount', 'Balance'],
    kinds: {
      charge: 'Premium due',
      payment: 'Payment',
      reversal: 'Payment reversed',
      relief: 'Relief',
      writeOff: 'Written off',
      transferIn: 'Transferred from another policy',
      transferOut: 'Transferred to another policy',
      disbursement: 'Paid back',
    },
    installment: 'Installment',
    balance: 'Balance',
    owed: 'to be paid',
    credit: 'in credit',
    disagrees: 'The lines do not add up to the books. Please tell the accountant.',
  },
  uk: {
    title: 'Виписка з рахунку',
    asOf: 'Станом на',
    policy: 'Договір',
    columns: ['Дата', 'Операція', 'Підстава', 'Сума', 'Залишок'],
    kinds: {
      charge: 'Страховий платіж',
      payment: 'Оплата',
      reversal: 'Повернення оплати',
      relief: 'Пільга',
      writeOff: 'Списано',
      transferIn: 'Зараховано з іншого договору',
      transferOut: 'Переказано на інший договір',
      disbursement: 'Переплату повернено',
    },
    installment: 'Платіж',
    balance: 'Залишок',
    owed: 'до сплати',
    credit: 'переплата',
    disagrees: 'Рядки не збігаються з обліком. Повідомте, будь ласка, бухгалтера.',
  },
  ru: {
    title: 'Выписка по счёту',
    asOf: 'По состоянию на',
    policy: 'Договор',
    columns: ['Дата', 'Операция', 'Основание', 'Сумма', 'Остаток'],
    kinds: {
      charge: 'Страховой взнос',
      payment: 'Оплата',
      reversal: 'Возврат оплаты',
      relief: 'Льгота',
      writeOff: 'Списано',
      transferIn: 'Зачислено с другого договора',
      transferOut: 'Переведено на другой договор',
      disbursement: 'Переплата возвращена',
    },
    installment: 'Взнос',
    balance: 'Остаток',
    owed: 'к уплате',
    credit: 'переплата',
    disagrees: 'Строки не сходятся с учётом. Сообщите, пожалуйста, бухгалтеру.',
  },
};
