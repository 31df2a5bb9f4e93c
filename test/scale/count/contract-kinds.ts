import { CLASSES, MARKETS, PLANS } from '../data/assumptions.ts';

/** What days a contract has depends on this and on its begin, on nothing else. By places in the tables of assumptions. */
export interface ContractKind {
  /** Of its market: each has a zone and a calendar of its own. */
  readonly zone: number;
  readonly significance: number;
  readonly plan: number;
  readonly installments: number;
}

/** Each is there once: 4 markets × 3 classes × 5 plans. */
const CONTRACT_KINDS: readonly ContractKind[] = MARKETS.flatMap((_, zone) =>
  CLASSES.flatMap((__, significance) =>
    PLANS.map(([shape], plan) => ({ zone, significance, plan, installments: shape.kind === 'fullPay' ? 1 : shape.count })),
  ),
);

export function contractKind(zone: number, significance: number, plan: number): ContractKind {
  const kind = CONTRACT_KINDS[(zone * CLASSES.length + significance) * PLANS.length + plan];
  if (!kind) throw new RangeError('no such kind of contract');
  return kind;
}
