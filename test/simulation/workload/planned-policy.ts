import type { Chance } from '../engine/chance.ts';
import { plusDays } from './calendar-arithmetic.ts';
import { CURRENCIES, moneyText } from './money-text.ts';

/** A policy that will be opened, as its insurer's system knows it. */
export interface PlannedPolicy {
  readonly policyNumber: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly regulationId: string;
  readonly slices: readonly Slice[];
  readonly body: object;
}

export interface Slice {
  readonly number: number;
  readonly dueOn: string;
  readonly minor: number;
}

interface Opening {
  readonly policyNumber: string;
  readonly clientId: string;
  readonly today: string;
  readonly days: number;
}

const ZONES = [
  'Europe/Kyiv',
  'Europe/London',
  'America/New_York',
  'Asia/Kathmandu',
  'Pacific/Auckland',
  'Africa/Cairo',
  'Australia/Lord_Howe',
  'UTC',
] as const;

/** A policy with one to four installments inside the time that is simulated, or just beyond it. */
export function openingOf(chance: Chance, { policyNumber, clientId, today, days }: Opening): PlannedPolicy {
  const regulationId = chance.pick(['brief', 'brief', 'picky', 'strict', 'premium-control']);
  const currency = regulationId === 'picky' ? 'UAH' : chance.pick(CURRENCIES); // its thresholds are in hryvnias
  const timeZone = chance.pick(ZONES);
  const firstDueOn = plusDays(today, chance.int(-3, Math.max(5, Math.floor(days / 3))));
  const slices = slicesOf(chance, firstDueOn, days);
  const premium = slices.reduce((sum, { minor }) => sum + minor, 0);
  const body = {
    policyNumber,
    clientId,
    product: 'Cargo',
    premium: moneyText(premium, currency),
    coverFrom: firstDueOn,
    coverTo: plusDays(firstDueOn, chance.pick([30, 90, 364])),
    paymentPlan: planOf(slices, currency),
    participants: { accountManager: { name: 'Olena Koval', email: 'olena@insurer.example', language: 'uk' } },
    regulationId,
    timeZone,
    country: chance.pick(['UA', 'PL', 'DE', 'GB']),
  };
  return { policyNumber, currency, timeZone, regulationId, slices, body };
}

/** Some are suspended as early as can be, some have a cover that ends before anybody would take it. */
export function oddOf(chance: Chance, policy: PlannedPolicy): PlannedPolicy {
  const regulationId = policy.regulationId === 'brief' && chance.is(0.15) ? 'prompt' : policy.regulationId;
  const lastDueOn = policy.slices.at(-1)?.dueOn ?? '';
  const short = chance.is(0.12) ? { coverTo: plusDays(lastDueOn, chance.int(2, 9)) } : {};
  return { ...policy, regulationId, body: { ...policy.body, regulationId, ...short } };
}

/** Another policy of the same client, due on the same days: what he is told of both may leave in one letter. */
export const twinOf = (policy: PlannedPolicy, policyNumber: string): PlannedPolicy => ({
  ...policy,
  policyNumber,
  body: { ...policy.body, policyNumber },
});

function slicesOf(chance: Chance, firstDueOn: string, days: number): readonly Slice[] {
  const count = chance.pick([1, 1, 2, 3, 4]);
  const every = chance.int(7, Math.max(8, Math.floor(days / count)));
  return Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    dueOn: plusDays(firstDueOn, index * every),
    minor: chance.pick([1, 7_000, 10_000, 33_334, 120_000_00]) + chance.int(0, 999),
  }));
}

const planOf = (slices: readonly Slice[], currency: string) =>
  slices.length === 1
    ? { kind: 'fullPay', dueOn: slices[0]?.dueOn }
    : { kind: 'custom', installments: slices.map(({ dueOn, minor }) => ({ dueOn, amount: moneyText(minor, currency) })) };
