import { sum } from '../domain/money.ts';
import type { Language, SignificanceClass } from '../domain/regulation.ts';
import {
  POTENTIAL_BANDS,
  type PotentialBand,
  RESULT_BANDS,
  type ResultBand,
  SIGNIFICANCE_CLASSES,
  type SignificanceMatrix,
} from '../domain/significance/model.ts';
import { SIGNIFICANCE_WORDS } from './significance-matrix-words.ts';

/** The nine cells as they are to be shown: potential down, results across, the best in the corner where reading begins. */
export interface SignificancePicture {
  readonly language: Language;
  readonly modelVersion: number;
  readonly matrix: SignificanceMatrix;
  readonly clients: Readonly<Record<PotentialBand, Readonly<Record<ResultBand, number>>>>;
}

export interface PictureCell {
  readonly potentialBand: PotentialBand;
  readonly resultBand: ResultBand;
  readonly class: SignificanceClass;
  readonly clients: number;
}

export interface PictureClass {
  readonly class: SignificanceClass;
  readonly meaning: string;
  readonly clients: number;
}

/** In rows, the best first. */
export const cellsOf = ({ matrix, clients }: SignificancePicture): readonly (readonly PictureCell[])[] =>
  POTENTIAL_BANDS.map((potentialBand) =>
    RESULT_BANDS.map((resultBand) => ({
      potentialBand,
      resultBand,
      class: matrix[potentialBand][resultBand],
      clients: clients[potentialBand][resultBand],
    })),
  );

export function classesOf(picture: SignificancePicture): readonly PictureClass[] {
  const cells = cellsOf(picture).flat();
  return SIGNIFICANCE_CLASSES.map((significanceClass) => ({
    class: significanceClass,
    meaning: SIGNIFICANCE_WORDS[picture.language].classes[significanceClass],
    clients: sum(cells.filter((cell) => cell.class === significanceClass).map((cell) => cell.clients)),
  }));
}

export const totalOf = (picture: SignificancePicture): number =>
  sum(
    cellsOf(picture)
      .flat()
      .map((cell) => cell.clients),
  );

/** '1,204 clients', '1 204 клієнти'. */
export const counted = (clients: number, language: Language): string => {
  const forms = SIGNIFICANCE_WORDS[language].counted;
  return `${number(clients, language)} ${forms[new Intl.PluralRules(language).select(clients)] ?? forms.other}`;
};

export const number = (value: number, language: Language): string => new Intl.NumberFormat(language).format(value);

/** Of all clients, to a tenth of a percent: 1 of 3 → '33.3%', 1 of 1,000,000 → '<0.1%' (somebody is there), 0 of 0 → '–'. */
export function share(clients: number, total: number, language: Language): string {
  if (total === 0) return '–';
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  const part = clients / total;
  return part > 0 && part < SMALLEST_SHARE ? `<${percent.format(SMALLEST_SHARE)}` : percent.format(part);
}

const SMALLEST_SHARE = 0.001;

/** 'Model version 3 · 1,204 clients'. */
export const subtitleOf = (picture: SignificancePicture): string =>
  `${SIGNIFICANCE_WORDS[picture.language].modelVersion} ${picture.modelVersion} · ${counted(totalOf(picture), picture.language)}`;

/**
 * Dark, middle and light: told apart by lightness alone, so by those who see no colours and on a black-and-white printout too.
 * Ink on fill has a contrast of 7 or more (WCAG AAA).
 */
export const COLOURS: Readonly<Record<SignificanceClass, { readonly fill: string; readonly ink: string }>> = {
  A: { fill: '#24405c', ink: '#ffffff' },
  B: { fill: '#f2b84b', ink: '#1b2733' },
  C: { fill: '#e8eef4', ink: '#1b2733' },
};
