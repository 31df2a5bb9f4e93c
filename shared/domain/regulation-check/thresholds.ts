import { formatAmount, type Money } from '../money.ts';
import type { Thresholds } from '../regulation.ts';
import { entries } from './entries.ts';
import type { Place } from './place.ts';
import type { Draft } from './readers.ts';
import type { RegulationShape } from './shape.ts';

const RISING = ['writeOff', 'start', 'adverse'] as const;

/**
 * What may be written off starts nothing, and what starts nothing costs no cover: writeOff ≤ start ≤ adverse, in the
 * currency they are for. Zero switches one off, so equal ones are allowed.
 */
export function thresholdsRise({ thresholds }: Draft<RegulationShape>, place: Place): void {
  for (const [i, of] of entries(thresholds)) {
    const at = place.at('thresholds', i);
    inOneCurrency(of, at);
    RISING.slice(1).forEach((name, position) => {
      const before = RISING[position] ?? name;
      const [lower, upper] = [of[before], of[name]];
      if (lower === undefined || upper === undefined || lower.currency !== upper.currency) return;
      if (upper.amountMinor < lower.amountMinor)
        at.at(name, 'amount').report(`is below ${before} (${written(lower)}); give writeOff ≤ start ≤ adverse`);
    });
  }
}

function inOneCurrency(of: Draft<Thresholds>, place: Place): void {
  for (const name of RISING) {
    const amount = of[name];
    if (of.currency === undefined || amount === undefined || amount.currency === of.currency) continue;
    place.at(name, 'currency').report(`is in ${amount.currency}; these thresholds are for ${of.currency}`);
  }
}

const written = (money: Money): string => `${formatAmount(money)} ${money.currency}`;
