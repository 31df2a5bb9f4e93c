import { formatAmount } from '../domain/money.ts';
import type { Checkpoint, Language } from '../domain/regulation.ts';
import { counted, type Forms } from '../notices/plural.ts';

interface Words {
  readonly days: Readonly<Record<Checkpoint['dayKind'], Forms>>;
  readonly moment: Readonly<Record<Checkpoint['anchor'], { readonly before: Phrase; readonly on: string; readonly after: Phrase }>>;
  readonly classes: (classes: string) => string;
  readonly from: (amount: string) => string;
}

type Phrase = (days: string) => string;

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    days: { calendar: { one: 'day', other: 'days' }, business: { one: 'business day', other: 'business days' } },
    moment: {
      dueOn: { before: (n) => `${n} before the due date`, on: 'on the due date', after: (n) => `${n} after the due date` },
      graceEnd: { before: (n) => `${n} before grace ends`, on: 'on the day grace ends', after: (n) => `${n} after grace ends` },
    },
    classes: (classes) => `only class ${classes}`,
    from: (amount) => `from ${amount}`,
  },
  uk: {
    days: {
      calendar: { one: 'день', few: 'дні', other: 'днів' },
      business: { one: 'робочий день', few: 'робочі дні', other: 'робочих днів' },
    },
    moment: {
      dueOn: { before: (n) => `за ${n} до терміну сплати`, on: 'у день сплати', after: (n) => `через ${n} після терміну сплати` },
      graceEnd: {
        before: (n) => `за ${n} до кінця пільгового періоду`,
        on: 'в останній день пільгового періоду',
        after: (n) => `через ${n} після кінця пільгового періоду`,
      },
    },
    classes: (classes) => `лише клас ${classes}`,
    from: (amount) => `від ${amount}`,
  },
  ru: {
    days: {
      calendar: { one: 'день', few: 'дня', other: 'дней' },
      business: { one: 'рабочий день', few: 'рабочих дня', other: 'рабочих дней' },
    },
    moment: {
      dueOn: { before: (n) => `за ${n} до срока оплаты`, on: 'в день срока оплаты', after: (n) => `через ${n} после срока оплаты` },
      graceEnd: {
        before: (n) => `за ${n} до конца льготного периода`,
        on: 'в последний день льготного периода',
        after: (n) => `через ${n} после конца льготного периода`,
      },
    },
    classes: (classes) => `только класс ${classes}`,
    from: (amount) => `от ${amount}`,
  },
};

/** When a checkpoint comes: '14 days before the due date', '5 business days after grace ends'. */
export function whenOf({ anchor, offsetDays, dayKind }: Checkpoint, language: Language): string {
  const { days, moment } = WORDS[language];
  const phrases = moment[anchor];
  if (offsetDays === 0) return phrases.on;
  const length = counted(new Intl.PluralRules(language), Math.abs(offsetDays), days[dayKind]);
  return offsetDays < 0 ? phrases.before(length) : phrases.after(length);
}

/** For whom it comes, if not for everybody: 'only class B, C', 'from 100.00 UAH'. */
export function conditionsOf({ classes, minOutstanding }: Checkpoint, language: Language): readonly string[] {
  const words = WORDS[language];
  return [
    ...(classes ? [words.classes(classes.join(', '))] : []),
    ...(minOutstanding ? [words.from(`${formatAmount(minOutstanding)} ${minOutstanding.currency}`)] : []),
  ];
}
