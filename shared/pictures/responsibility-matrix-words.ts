import type { Language, Raci } from '../domain/regulation.ts';

/** The fixed words of the matrix. What the author of the regulation wrote is shown as it is. */
export interface MatrixWords {
  readonly matrix: string;
  readonly version: string;
  readonly actionCode: string;
  readonly action: string;
  readonly technique: string;
  readonly result: string;
  readonly checkpoint: string;
  readonly when: string;
  readonly onPaidUp: string;
  readonly letters: Readonly<Record<Raci, string>>;
}

export const MATRIX_WORDS: Readonly<Record<Language, MatrixWords>> = {
  en: {
    matrix: 'Responsibility matrix',
    version: 'version',
    actionCode: 'Code',
    action: 'Action',
    technique: 'Technique',
    result: 'Expected result',
    checkpoint: 'Checkpoint',
    when: 'When',
    onPaidUp: 'As soon as a suspended policy is paid up',
    letters: { R: 'responsible', A: 'accountable', C: 'consulted', I: 'informed' },
  },
  uk: {
    matrix: 'Матриця відповідальності',
    version: 'версія',
    actionCode: 'Код',
    action: 'Дія',
    technique: 'Спосіб',
    result: 'Очікуваний результат',
    checkpoint: 'Контрольна точка',
    when: 'Коли',
    onPaidUp: 'Щойно за призупиненим полісом усе сплачено',
    letters: { R: 'виконує', A: 'відповідає', C: 'консультує', I: 'поінформований' },
  },
  ru: {
    matrix: 'Матрица ответственности',
    version: 'версия',
    actionCode: 'Код',
    action: 'Действие',
    technique: 'Способ',
    result: 'Ожидаемый результат',
    checkpoint: 'Контрольная точка',
    when: 'Когда',
    onPaidUp: 'Как только по приостановленному полису всё оплачено',
    letters: { R: 'исполняет', A: 'отвечает', C: 'консультирует', I: 'информирован' },
  },
};
