import type { Client } from '../client.ts';
import { exponentOf } from '../currency.ts';
import type { Money } from '../money.ts';
import type { Indicator, Rates, SignificanceModel } from './model.ts';
import { toMinorUnits, worthOf } from './rates.ts';
import type { PortfolioResults } from './results.ts';

/** All that is known of a client, whatever the model: what it told us and what our own records say. */
export interface ClientFacts {
  readonly given: Client['potential'];
  readonly results: PortfolioResults;
}

/** An indicator's value: money in minor units of the indicator's currency. `withoutRate`: currencies it had to leave out. */
export type Reading =
  | { readonly kind: 'value'; readonly value: number; readonly withoutRate: readonly string[] }
  | { readonly kind: 'missing'; readonly reason: MissingReason };

export type MissingReason = 'notGiven' | 'otherUnit' | 'noRate' | 'nothingDue';

/** Discipline is cut to hundredths of a percent. */
const RATIO_STEPS = 10_000n;

export function readIndicator(indicator: Indicator, facts: ClientFacts, rates: Rates): Reading {
  if (indicator.source === 'client') return readGiven(indicator, facts.given, rates);
  const { given, results } = facts;
  switch (indicator.code) {
    case 'premiumsReceived12m':
      return convert(results.premiumsReceived12m, indicator, rates);
    case 'paymentDiscipline':
      return discipline(results, rates);
    case 'uninsuredLines':
      return uninsuredLines(given, results);
    case 'activePolicies':
    case 'activeLines':
    case 'yearsWithUs':
      return plain(results[indicator.code]);
    default:
      throw new RangeError(`the model was accepted with '${indicator.code}', which nothing computes`);
  }
}

function readGiven(indicator: Indicator, given: Client['potential'], rates: Rates): Reading {
  const value = Object.hasOwn(given, indicator.code) ? given[indicator.code] : undefined;
  if (value === undefined) return { kind: 'missing', reason: 'notGiven' };
  if (typeof value === 'object') return convert([value], indicator, rates);
  return typeof value !== 'number' || indicator.unit === 'money' ? { kind: 'missing', reason: 'otherUnit' } : plain(value);
}

function convert(amounts: readonly Money[], indicator: Indicator, rates: Rates): Reading {
  if (indicator.unit !== 'money') return { kind: 'missing', reason: 'otherUnit' };
  const { worth, withoutRate } = worthOf(amounts, rates);
  if (amounts.length > 0 && amounts.every(({ currency }) => withoutRate.includes(currency))) return { kind: 'missing', reason: 'noRate' };
  return { kind: 'value', value: toMinorUnits(worth, indicator.currency, rates), withoutRate };
}

/** Share of what fell due that was received by its due date. Due 300.00 UAH and 100.00 USD at 42, on time only the dollars: 0.9333. */
function discipline(results: PortfolioResults, rates: Rates): Reading {
  if (results.premiumsDue12m.length === 0) return { kind: 'missing', reason: 'nothingDue' };
  const due = worthOf(results.premiumsDue12m, rates);
  if (due.worth === 0n) return { kind: 'missing', reason: 'noRate' };
  const onTime = worthOf(results.premiumsOnTime12m, rates);
  return { kind: 'value', value: Number((onTime.worth * RATIO_STEPS) / due.worth) / Number(RATIO_STEPS), withoutRate: due.withoutRate };
}

/** What could still be sold: lines the client has a use for (`insurableLines`, given) less those in force with us. */
function uninsuredLines(given: Client['potential'], results: PortfolioResults): Reading {
  const insurable = Object.hasOwn(given, 'insurableLines') ? given['insurableLines'] : undefined;
  if (insurable === undefined) return { kind: 'missing', reason: 'notGiven' };
  if (typeof insurable !== 'number') return { kind: 'missing', reason: 'otherUnit' };
  return plain(Math.max(0, insurable - results.activeLines));
}

/** Of what a client tells, what the model reads but cannot score: a text or a flag. Of others it takes no notice. */
export const unreadable = ({ potential, results }: SignificanceModel, given: Client['potential']): readonly string[] =>
  [...potential.indicators, ...results.indicators]
    .flatMap(({ source, code }) => (source === 'client' ? code : code === 'uninsuredLines' ? 'insurableLines' : []))
    .filter((code) => Object.hasOwn(given, code) && ['string', 'boolean'].includes(typeof given[code]));

const plain = (value: number): Reading => ({ kind: 'value', value, withoutRate: [] });

/** A threshold in the unit of a reading: 1,200,000 UAH → 120,000,000 kopiykas. */
export function thresholdValue(indicator: Indicator, from: number): number {
  return indicator.unit === 'money' ? from * 10 ** (exponentOf(indicator.currency) ?? 0) : from;
}
