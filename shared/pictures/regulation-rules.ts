import { formatAmount } from '../domain/money.ts';
import type { Language, Regulation, RegulationCalendar, Thresholds } from '../domain/regulation.ts';

interface Words {
  readonly thresholds: (of: {
    readonly currency: string;
    readonly start: string;
    readonly adverse: string;
    readonly writeOff: string;
  }) => string;
  readonly reconciled: string;
  readonly free: (days: string) => string;
  readonly worked: (days: string) => string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    thresholds: ({ currency, start, adverse, writeOff }) =>
      `${currency}: a shortfall up to ${start} starts nothing, one up to ${adverse} never costs cover; up to ${writeOff} may be written off`,
    reconciled: 'Cover is not taken away before bank statements are imported through the due date',
    free: (days) => `Days off besides weekends and public holidays: ${days}`,
    worked: (days) => `Business days though a weekend or a public holiday: ${days}`,
  },
  uk: {
    thresholds: ({ currency, start, adverse, writeOff }) =>
      `${currency}: недоплата до ${start} нічого не розпочинає, до ${adverse} не впливає на покриття; до ${writeOff} можна списати`,
    reconciled: 'Покриття не припиняється, доки банківські виписки не завантажено по дату сплати включно',
    free: (days) => `Вихідні понад суботи, неділі та державні свята: ${days}`,
    worked: (days) => `Робочі дні, хоча це вихідний чи свято: ${days}`,
  },
  ru: {
    thresholds: ({ currency, start, adverse, writeOff }) =>
      `${currency}: недоплата до ${start} ничего не начинает, до ${adverse} не влияет на покрытие; до ${writeOff} можно списать`,
    reconciled: 'Покрытие не прекращается, пока банковские выписки не загружены по дату оплаты включительно',
    free: (days) => `Выходные сверх суббот, воскресений и государственных праздников: ${days}`,
    worked: (days) => `Рабочие дни, хотя это выходной или праздник: ${days}`,
  },
};

/** What holds at every checkpoint, a sentence each; nothing where the regulation leaves it open. */
export function rulesOf({ thresholds = [], requiresReconciledThrough, calendar }: Regulation, language: Language): readonly string[] {
  const words = WORDS[language];
  return [
    ...thresholds.map((of) => words.thresholds(amountsOf(of))),
    ...(requiresReconciledThrough ? [words.reconciled] : []),
    ...daysOf(calendar, words),
  ];
}

const amountsOf = ({ currency, start, adverse, writeOff }: Thresholds) => ({
  currency,
  start: formatAmount(start),
  adverse: formatAmount(adverse),
  writeOff: formatAmount(writeOff),
});

const daysOf = ({ holidays = [], workingDays = [] }: RegulationCalendar = {}, { free, worked }: Words): readonly string[] => [
  ...(holidays.length > 0 ? [free(holidays.join(', '))] : []),
  ...(workingDays.length > 0 ? [worked(workingDays.join(', '))] : []),
];
