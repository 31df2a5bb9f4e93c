import type { Item } from '../engine/change-feed.ts';

/** A significance model as data: what an insurer wrote, read by the auditor in its own way. */
export interface OwnModel {
  readonly potential: { readonly indicators: readonly OwnIndicator[]; readonly bands: Readonly<Record<string, number>> };
  readonly matrix: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly hysteresis: { readonly marginPoints: number };
  readonly conditions: Readonly<Record<string, Item>>;
  readonly lowering: { readonly needsApproval: boolean };
}

interface OwnIndicator {
  readonly code: string;
  readonly weight: number;
  readonly missing: string;
  readonly thresholds: readonly { readonly from: number; readonly points: number }[];
}

/**
 * The class that a client's potential gives him, from what he told of himself. undefined: it depends on more, on what he has paid or on
 * the band he had.
 *
 * 60,000,000 UAH, 60 employees, of which nothing else is known: 40 × 50, 15 × 50, 10 × 50 (insurable lines, neutral) of 65 → 50 → P2.
 */
export function classByPotential({ potential, matrix, hysteresis }: OwnModel, told: Item): string | undefined {
  if (hysteresis.marginPoints > 0) return undefined;
  const scored = potential.indicators.map((indicator) => ({ weight: indicator.weight, points: pointsOf(indicator, told[indicator.code]) }));
  const known = scored.flatMap(({ weight, points }) => (points === undefined ? [] : [{ weight, sum: weight * points }]));
  const weights = known.reduce((sum, { weight }) => sum + weight, 0);
  const score = weights === 0 ? 0 : known.reduce((sum, one) => sum + one.sum, 0) / weights;
  const bands = Object.entries(potential.bands).toSorted(([, a], [, b]) => b - a);
  const [band = ''] = bands.find(([, from]) => score >= from) ?? [];
  const classes = new Set(Object.values(matrix[band] ?? {}));
  return classes.size === 1 ? [...classes][0] : undefined;
}

/** Points of what is not told: none, half of all, or undefined: it does not count. */
const MISSING: Readonly<Record<string, number | undefined>> = { zero: 0, neutral: 50, ignore: undefined };

function pointsOf({ missing, thresholds }: OwnIndicator, told: unknown): number | undefined {
  const value = typeof told === 'object' && told !== null ? amountOf(told as Item) : told;
  if (typeof value !== 'number') return MISSING[missing];
  return thresholds.filter(({ from }) => value >= from).at(-1)?.points;
}

/** Money is stored in minor units. Scenarios tell it in the currency of the model, in hryvnias. */
const amountOf = ({ amountMinor }: Item): number => Number(amountMinor) / 100;

/** 'A' is better than 'C'. */
export const isLowerClass = (one: string, than: string): boolean => one > than;
