import type { Language, SignificanceClass } from '../domain/regulation.ts';
import type { PotentialBand, ResultBand } from '../domain/significance/model.ts';

export interface SignificanceWords {
  readonly title: string;
  readonly modelVersion: string;
  readonly potential: string;
  readonly results: string;
  readonly bands: Readonly<Record<PotentialBand | ResultBand, string>>;
  readonly class: string;
  readonly conditions: string;
  readonly share: string;
  readonly classes: Readonly<Record<SignificanceClass, string>>;
  /** 'Clients', heading a column. */
  readonly clients: string;
  /** After a number, by its plural category. */
  readonly counted: { readonly [category in Intl.LDMLPluralRule]?: string } & { readonly other: string };
}

export const SIGNIFICANCE_WORDS: Readonly<Record<Language, SignificanceWords>> = {
  en: {
    title: 'Significance of clients',
    modelVersion: 'Model version',
    potential: 'Potential',
    results: 'Results of work with us',
    bands: { P1: 'high', P2: 'medium', P3: 'low', F1: 'high', F2: 'medium', F3: 'low' },
    class: 'Class',
    conditions: 'Conditions',
    share: 'Share',
    classes: { A: 'best conditions, most resources', B: 'good conditions', C: 'sufficient conditions, least resources' },
    clients: 'Clients',
    counted: { one: 'client', other: 'clients' },
  },
  uk: {
    title: 'Значущість клієнтів',
    modelVersion: 'Версія моделі',
    potential: 'Потенціал',
    results: 'Результати роботи з нами',
    bands: { P1: 'високий', P2: 'середній', P3: 'низький', F1: 'високі', F2: 'середні', F3: 'низькі' },
    class: 'Клас',
    conditions: 'Умови',
    share: 'Частка',
    classes: { A: 'найкращі умови, найбільше ресурсів', B: 'добрі умови', C: 'достатні умови, найменше ресурсів' },
    clients: 'Клієнти',
    counted: { one: 'клієнт', few: 'клієнти', many: 'клієнтів', other: 'клієнта' },
  },
  ru: {
    title: 'Значимость клиентов',
    modelVersion: 'Версия модели',
    potential: 'Потенциал',
    results: 'Результаты работы с нами',
    bands: { P1: 'высокий', P2: 'средний', P3: 'низкий', F1: 'высокие', F2: 'средние', F3: 'низкие' },
    class: 'Класс',
    conditions: 'Условия',
    share: 'Доля',
    classes: { A: 'лучшие условия, больше всего ресурсов', B: 'хорошие условия', C: 'достаточные условия, меньше всего ресурсов' },
    clients: 'Клиенты',
    counted: { one: 'клиент', few: 'клиента', many: 'клиентов', other: 'клиента' },
  },
};
