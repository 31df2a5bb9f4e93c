import { DEFAULT_MODEL } from '../../../shared/domain/significance/default-model.ts';
import type { Chance } from '../engine/chance.ts';
import type { Action, Span } from './scenario.ts';

const [HOUR, DAY] = [3_600_000, 86_400_000];

/** Classes by potential alone, at once: the built-in model needs a year of results for an A. */
export const PLAIN_MODEL = {
  ...DEFAULT_MODEL,
  matrix: { P1: { F1: 'A', F2: 'A', F3: 'A' }, P2: { F1: 'B', F2: 'B', F3: 'B' }, P3: { F1: 'C', F2: 'C', F3: 'C' } },
  hysteresis: { marginPoints: 0, reassessments: 1 },
} as const;

export const APPROVER = 'head-of-sales@insurer.example';

export const loweringRule = (needsApproval: boolean) =>
  needsApproval ? { needsApproval: true, approverRole: 'headOfSales' } : { needsApproval: false };

type Bands = Readonly<Record<'P1' | 'P2' | 'P3', number>>;
type Days = Readonly<Record<'A' | 'B' | 'C', number>>;

/** As before; so that many go up; so that many go down. */
const BANDS: readonly [Bands, Bands, Bands] = [
  { P1: 60, P2: 30, P3: 0 },
  { P1: 45, P2: 5, P3: 0 },
  { P1: 95, P2: 60, P3: 0 },
];

/** Days of grace of A, B and C: as before; shorter; longer. */
const GRACE: readonly [Days, Days, Days] = [
  { A: 20, B: 10, C: 10 },
  { A: 9, B: 5, C: 3 },
  { A: 28, B: 16, C: 12 },
];

/** The insurer thinks again: another model in the middle, sometimes a third, and a reassessment by it. */
export function modelActions(chance: Chance, { start, days }: Span): readonly Action[] {
  if (!chance.is(0.3)) return [];
  const first = start + chance.int(DAY, days * DAY);
  const end = start + days * DAY;
  const again = chance.is(0.3) ? [publication(chance, Math.min(first + chance.int(HOUR, 10 * DAY), end), 3)] : [];
  const last = chance.is(0.6) ? [publication(chance, end + 1.5 * DAY, 4)] : []; // nothing goes wrong any more: all must follow it, soon
  const at = first + chance.pick([1_000, HOUR, 4 * DAY]);
  const reassess: readonly Action[] = chance.is(0.7) ? [{ at, request: { key: 'reassess-by-model', operation: 'startReassessment' } }] : [];
  return [publication(chance, first, 2), ...again, ...last, ...reassess];
}

function publication(chance: Chance, at: number, number: number): Action {
  const { A, B, C } = DEFAULT_MODEL.conditions;
  const grace = chance.pick(GRACE);
  const body = {
    ...PLAIN_MODEL,
    potential: { ...PLAIN_MODEL.potential, bands: chance.pick(BANDS) },
    conditions: { A: { ...A, graceDays: grace.A }, B: { ...B, graceDays: grace.B }, C: { ...C, graceDays: grace.C } },
    lowering: loweringRule(chance.is(0.6)),
  };
  return { at, request: { key: `put-model-${number}`, operation: 'putModel', body } };
}
