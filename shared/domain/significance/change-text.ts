import type { Indicator } from './model.ts';
import type { NearestChange } from './nearest-change.ts';
import type { IndicatorGoal } from './single-indicator.ts';

/**
 * A nearest change in words:
 * - 'F2 → F1 at 1,200,000 UAH (Premiums received in the last 12 months)'
 * - 'F1 → F2 below 90% (Payment discipline), if it stays so for 2 reassessments'
 * - 'P2 → P1 after 1 more reassessment with a score past the threshold'
 * - 'P3 → P2 by several indicators: 12.5 points of score are wanting'
 */
export function changeText({ from, to, by }: NearestChange, neededReassessments: number): string {
  const move = `${from} → ${to}`;
  switch (by.kind) {
    case 'indicator': {
      const stay = by.atOnce ? '' : `, if it stays so for ${times(neededReassessments)}`;
      return `${move} ${by.goal.relation === 'atLeast' ? 'at' : 'below'} ${goalText(by.goal)} (${by.goal.indicator.title})${stay}`;
    }
    case 'stays':
      return `${move} after ${by.reassessments} more ${plural(by.reassessments)} with a score past the threshold`;
    case 'several':
      return `${move} by several indicators: ${by.scoreHundredths / 100} points of score ${to < from ? 'are wanting' : 'to spare'}`;
  }
}

const times = (count: number): string => `${count} ${plural(count)}`;

const plural = (count: number): string => (count === 1 ? 'reassessment' : 'reassessments');

const goalText = ({ indicator, value }: IndicatorGoal): string => `${numberText(indicator, value)}${unitText(indicator, value)}`;

function numberText(indicator: Indicator, value: number): string {
  if (indicator.unit === 'ratio') return new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 2 }).format(value);
  return new Intl.NumberFormat('en', { maximumFractionDigits: 0 }).format(value);
}

function unitText(indicator: Indicator, value: number): string {
  if (indicator.unit === 'money') return ` ${indicator.currency}`;
  return indicator.unit === 'years' ? (value === 1 ? ' year' : ' years') : '';
}
