import { expect, test } from 'vitest';
import { clientBody, clientOf } from '../../../functions/clients/client-schema.ts';
import { policyBody } from '../../../functions/policies/policy-schema.ts';
import { HABITS } from '../../../infra/local/demo/payers/habits.ts';
import { buildPortfolio, type Portfolio } from '../../../infra/local/demo/portfolio/build-portfolio.ts';
import { COMPANIES } from '../../../infra/local/demo/portfolio/companies.ts';
import { localDate } from '../../../shared/domain/local-date.ts';
import { DEFAULT_MODEL } from '../../../shared/domain/significance/default-model.ts';
import type { PortfolioResults } from '../../../shared/domain/significance/results.ts';
import { scoreSide } from '../../../shared/domain/significance/score.ts';

const startsOn = localDate('2027-01-04');
const SEEDS = Array.from({ length: 25 }, (_, index) => index);
const portfolioOf = (seed: number): Portfolio => buildPortfolio({ seed, startsOn, clients: COMPANIES.length });

test.each(SEEDS)('seed %i: 40 clients and 120 policies that the API takes, of all plans, in three currencies', (seed) => {
  const { clients, policies } = portfolioOf(seed);
  for (const { body } of clients) clientBody.parse(body);
  const parsed = policies.map(({ body }) => policyBody.parse(body));

  expect([clients.length, policies.length]).toEqual([40, 120]);
  expect(new Set(clients.map(({ clientId }) => clientId)).size).toBe(40);
  expect(new Set(policies.map(({ policyNumber }) => policyNumber)).size).toBe(120);
  expect(new Set(parsed.map(({ premium }) => premium.currency))).toEqual(new Set(['UAH', 'EUR', 'USD']));
  expect(new Set(parsed.map(({ product }) => product)).size).toBeGreaterThan(6);
  const plans = parsed.map(({ paymentPlan }) => paymentPlan);
  expect(new Set(plans.map(({ kind }) => kind))).toEqual(new Set(['fullPay', 'installments', 'custom']));
  const sliced = plans.filter((plan) => plan.kind === 'installments');
  expect(new Set(sliced.map(({ everyMonths }) => everyMonths))).toEqual(new Set([1, 2, 3, 4, 6, 12]));
  expect(new Set(sliced.map(({ downPayment }) => downPayment !== undefined)).size).toBe(2);
  expect(new Set(policies.map(({ habit }) => habit)).size).toBe(Object.keys(HABITS).length);
});

test('the same seed makes the same portfolio, another one another', () => {
  expect(portfolioOf(3)).toEqual(portfolioOf(3));
  expect(portfolioOf(3)).not.toEqual(portfolioOf(4));
});

test('mail goes to domains that cannot exist', () => {
  const addresses = JSON.stringify(portfolioOf(1)).match(/[^"]+@[^"]+/g) ?? [];
  expect(addresses.length).toBeGreaterThan(160);
  expect(addresses.filter((address) => !address.endsWith('.example'))).toEqual([]);
});

/** Nothing insured yet, and seven lines: what is left to insure is an indicator of the potential, too. */
const RESULTS: readonly PortfolioResults[] = [0, 7].map((activeLines) => ({
  premiumsReceived12m: [],
  premiumsDue12m: [],
  premiumsOnTime12m: [],
  activePolicies: activeLines,
  activeLines,
  yearsWithUs: 0,
}));

test.each(SEEDS)('seed %i: large clients are P1, medium ones P2, small ones P3, whatever they insure', (seed) => {
  const bandOf = (scoreHundredths: number) => (scoreHundredths >= 6000 ? 'P1' : scoreHundredths >= 3000 ? 'P2' : 'P3');
  const { clients } = portfolioOf(seed);
  for (const results of RESULTS) {
    const bands = clients.map(({ clientId, body }) => {
      const given = clientOf(clientId, clientBody.parse(body)).potential;
      return bandOf(scoreSide(DEFAULT_MODEL.potential, { given, results }, DEFAULT_MODEL.rates).scoreHundredths);
    });
    expect(bands).toEqual(COMPANIES.map(({ size }) => ({ large: 'P1', medium: 'P2', small: 'P3' })[size]));
  }
});
