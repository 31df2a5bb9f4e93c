import { DEFAULT_MODEL } from '../../../shared/domain/significance/default-model.ts';
import type { PlainIndicator, SignificanceModel } from '../../../shared/domain/significance/model.ts';
import type { ClientFacts } from '../../../shared/domain/significance/reading.ts';
import type { PortfolioResults } from '../../../shared/domain/significance/results.ts';

export const uah = (amount: number) => ({ amountMinor: amount * 100, currency: 'UAH' });

export const NO_RESULTS: PortfolioResults = {
  premiumsReceived12m: [],
  premiumsDue12m: [],
  premiumsOnTime12m: [],
  activePolicies: 0,
  activeLines: 0,
  yearsWithUs: 0,
};

/** A model whose two scores are chosen by the client: `potential` and `results` are numbers, and so many points. */
export function dialModel(changes: Partial<SignificanceModel> = {}): SignificanceModel {
  const dial = (code: string): PlainIndicator => ({
    code,
    title: code,
    source: 'client',
    unit: 'count',
    direction: 'higherIsBetter',
    weight: 100,
    missing: 'zero',
    thresholds: DIAL.map((points) => ({ from: points, points })),
  });
  return {
    ...DEFAULT_MODEL,
    potential: { indicators: [dial('potential')], bands: { P1: 70, P2: 40, P3: 0 } },
    results: { indicators: [dial('results')], bands: { F1: 70, F2: 40, F3: 0 } },
    ...changes,
  };
}

export const DIAL = [0, 20, 37, 38, 39, 40, 41, 42, 43, 55, 67, 68, 69, 70, 71, 72, 73, 80, 90, 100];

export const dialled = (potential: number, results: number): ClientFacts => ({
  given: { potential, results },
  results: NO_RESULTS,
});
