import { addDays, addMonths, type LocalDate } from '../../../../shared/domain/local-date.ts';
import type { HabitName } from '../payers/habits.ts';
import { type Random, randomOf } from '../random.ts';
import { COMPANIES, type Company, type Country } from './companies.ts';
import { LINES, type Line, type LineCode } from './lines.ts';
import { ACCOUNT_MANAGERS, ACCOUNTANT_ABROAD } from './people.ts';
import { inBody, PLANS_OF_A_YEAR, PLANS_OF_SEVERAL_YEARS, PLANS_OF_SHORT_COVER, type PlanPattern, planBody } from './plans.ts';
import { potentialOf } from './potential.ts';
import { currencyOf, premiumOf } from './premiums.ts';
import { TWIN_CLIENTS, TWIN_HABIT, twinBody } from './twins.ts';

/** What is sent to the API, and how the client of each policy will pay, which nobody is told. */
export interface Portfolio {
  readonly clients: readonly ClientOrder[];
  readonly policies: readonly PolicyOrder[];
  /** Numbers of the policies that are alike, of clients that are not. */
  readonly twins: readonly string[];
}

export interface ClientOrder {
  readonly clientId: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface PolicyOrder {
  readonly policyNumber: string;
  readonly payer: string;
  readonly habit: HabitName;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface PortfolioRequest {
  readonly seed: number;
  readonly startsOn: LocalDate;
  /** How many of the companies: all 40 have 120 policies. */
  readonly clients: number;
}

export const buildPortfolio = ({ seed, startsOn, clients }: PortfolioRequest): Portfolio => {
  const companies = spreadOver(COMPANIES, clients);
  const wanted = companies.flatMap((company) => [
    ...company.lines.map((line, index) => ({ company, line, isContract: index === 0 && company.years > 0 })),
    ...(TWIN_CLIENTS.some((twin) => twin === company.clientId) ? [{ company, line: 'MACH' as const, isContract: false }] : []),
  ]);
  const policies = wanted.map((policy, index) => policyOrder({ ...policy, index, seed, startsOn }));
  return {
    clients: companies.map((company) => ({ clientId: company.clientId, body: clientBody(company, seed) })),
    policies,
    twins: policies.filter(({ habit }) => habit === TWIN_HABIT).map(({ policyNumber }) => policyNumber),
  };
};

/** Some of a list, evenly: large, medium and small ones are among them. */
const spreadOver = <T>(list: readonly T[], count: number): readonly T[] =>
  list.filter((_, index) => Math.floor(((index + 1) * count) / list.length) > Math.floor((index * count) / list.length));

const ZONES: Readonly<Record<Country, string>> = { UA: 'Europe/Kyiv', PL: 'Europe/Warsaw', DE: 'Europe/Berlin' };

const clientBody = (company: Company, seed: number) => ({
  name: company.name,
  kind: 'legalEntity',
  email: `premiums@${company.domain}`,
  language: company.country === 'UA' ? 'uk' : 'en',
  timeZone: ZONES[company.country],
  potential: potentialOf(company, randomOf(seed, company.clientId)),
});

interface Wanted {
  readonly company: Company;
  readonly line: LineCode | 'MACH';
  readonly isContract: boolean;
  readonly index: number;
  readonly seed: number;
  readonly startsOn: LocalDate;
}

const policyOrder = (wanted: Wanted): PolicyOrder => {
  const { company, line, index, seed, startsOn } = wanted;
  const { clientId, country } = company;
  const policyNumber = numberOf(line, country, index + 1);
  const random = randomOf(seed, `${clientId} ${index}`);
  const accountManager = random.pick(ACCOUNT_MANAGERS[country]);
  const insured = line === 'MACH' ? twinBody(startsOn) : insuredBody({ ...wanted, line }, random);
  const participants = country === 'UA' ? { accountManager } : { accountManager, accountant: ACCOUNTANT_ABROAD };
  return {
    policyNumber,
    payer: company.name,
    habit: line === 'MACH' ? TWIN_HABIT : company.habit,
    body: { policyNumber, clientId, ...insured, participants, timeZone: ZONES[country], country },
  };
};

/** Numbers as insurers have them: with slashes in Poland, and some with Cyrillic letters and № in Ukraine. */
const numberOf = (line: LineCode | 'MACH', country: Country, serial: number): string => {
  const digits = String(serial).padStart(6, '0');
  if (country === 'PL') return `POL/${line}/27/${digits}`;
  return country === 'UA' && (line === 'CROPS' || line === 'WORKS') ? `ДОГ-2027-№${digits}` : `${line}-2027-${digits}`;
};

/** A contract of several years began on a day like this one years ago, and lasts for two years more. */
const insuredBody = ({ company, line: code, isContract, index, startsOn }: Wanted & { readonly line: LineCode }, random: Random) => {
  const line: Line = LINES[code];
  const beginsOn = addDays(startsOn, random.between([3, 150]));
  const months = isContract ? 24 : line.coverMonths;
  const premium = premiumOf(company.premiums, currencyOf(company.country, line, random), random);
  const firstDueOn = addDays(beginsOn, random.pick([0, 0, 7, 14]));
  return {
    product: line.product,
    premium: inBody(premium),
    coverFrom: isContract ? addMonths(startsOn, -12 * company.years) : beginsOn,
    coverTo: addDays(addMonths(beginsOn, months), -1),
    paymentPlan: planBody(patternOf(isContract, line, index), premium, firstDueOn),
  };
};

/** In turn, so that every kind occurs with every seed. */
const patternOf = (isContract: boolean, line: Line, index: number): PlanPattern => {
  const patterns = isContract ? PLANS_OF_SEVERAL_YEARS : line.coverMonths < 12 ? PLANS_OF_SHORT_COVER : PLANS_OF_A_YEAR;
  return patterns[index % patterns.length] ?? patterns[0];
};
