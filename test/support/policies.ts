import { calendarOf } from '../../shared/domain/business-calendar.ts';
import type { ControlFacts } from '../../shared/domain/control/control-facts.ts';
import { decideFirst } from '../../shared/domain/control/decide-first.ts';
import { defaultRegulation } from '../../shared/domain/default-regulation.ts';
import type { Installment } from '../../shared/domain/installment-plan.ts';
import { addDays, localDate } from '../../shared/domain/local-date.ts';
import { type Account, NO_CONTROL, type Policy, type Progress } from '../../shared/domain/policy.ts';
import type { Regulation } from '../../shared/domain/regulation.ts';
import type { Deferral, Hold, PromiseToPay } from '../../shared/domain/relief.ts';
import type { AppliedConditions } from '../../shared/domain/service-conditions.ts';
import { instantOf } from '../../shared/domain/zone.ts';

export const UKRAINE = calendarOf('UA');

/** installmentsOf('2026-12-01: 100', '2027-03-01: 90') → no. 1 and 2. */
export const installmentsOf = (...slices: readonly string[]): readonly Installment[] =>
  slices.map((text, index) => {
    const [dueOn = '', amount] = text.split(': ');
    return { number: index + 1, dueOn: localDate(dueOn), amountMinor: Number(amount) };
  });

/** One installment of 100.00 UAH, due Tue 1 Dec 2026, in Ukraine; cover of a year from that day on. */
export function policyOf(different: Partial<Policy> = {}): Policy {
  const installments = different.installments ?? installmentsOf('2026-12-01: 10000');
  const coverFrom = installments[0]?.dueOn ?? localDate('2026-12-01');
  return {
    policyNumber: 'CARGO-2026-000123',
    clientId: 'UA-00112233',
    product: 'Cargo',
    premium: { amountMinor: installments.reduce((total, i) => total + i.amountMinor, 0), currency: 'UAH' },
    coverFrom,
    coverTo: addDays(coverFrom, 364),
    installments,
    participants: PARTICIPANTS,
    regulation: { regulationId: 'premium-control', version: 1 },
    timeZone: 'Europe/Kyiv',
    country: 'UA',
    relief: [],
    openedAt: '2026-10-01T08:00:00.000Z',
    ...different,
  };
}

export const PARTICIPANTS = {
  accountManager: { name: 'Olena Koval', email: 'olena@insurer.example', language: 'uk' },
  accountant: { name: 'Premium accounting', email: 'accounting@insurer.example' },
  headOfSales: { name: 'Head of sales', email: 'head-of-sales@insurer.example' },
} as const;

export const POLICYHOLDER_PERSON = { name: 'Dnipro Logistics LLC', email: 'cfo@client.example', language: 'uk' } as const;

export const CONDITIONS: AppliedConditions = {
  class: 'B',
  modelVersion: 1,
  standardGraceDays: 10,
  conditions: {
    graceDays: 10,
    reminders: 'standard',
    maxDeferralDays: 14,
    deferralsPerYear: 2,
    maxPromiseDays: 10,
    maxHoldDays: 14,
    agreementsWithoutApproval: false,
    approverRole: 'headOfSales',
  },
};

export const withGrace = (graceDays: number): AppliedConditions => ({ ...CONDITIONS, conditions: { ...CONDITIONS.conditions, graceDays } });

export const NOTHING_RECEIVED: Account = { status: 'active', receivedMinor: 0, directedMinor: {}, moves: 0 };

export const notControlled = (policy: Policy): Progress => ({ generation: 1, controls: policy.installments.map(() => NO_CONTROL) });

/** Facts of a policy that nothing happened to yet; `now` is noon in the policy's zone unless it is given. */
export function factsOn(date: string, different: Partial<ControlFacts> = {}): ControlFacts {
  const policy = different.policy ?? policyOf();
  return {
    policy,
    account: NOTHING_RECEIVED,
    progress: decideFirst({ policy, regulation: different.regulation ?? defaultRegulation, calendar: UKRAINE }),
    regulation: defaultRegulation,
    applied: CONDITIONS,
    calendar: UKRAINE,
    now: noon(date, policy.timeZone),
    noticeStates: {},
    sentOn: {},
    readdressed: [],
    ...different,
  };
}

export const noon = (date: string, timeZone = 'Europe/Kyiv'): number => instantOf(localDate(date), 12 * 60, timeZone);

/** The built-in regulation with some of its checkpoints changed, by code. */
export const regulationWith = (changes: Readonly<Record<string, Partial<Regulation['checkpoints'][number]>>>): Regulation => ({
  ...defaultRegulation,
  checkpoints: defaultRegulation.checkpoints.map((c) => ({ ...c, ...changes[c.code] })),
});

const granted = (grantedOn: string, until: string, kind: string) => ({
  reliefId: `${kind}-${grantedOn}-${until}`,
  grantedOn: localDate(grantedOn),
  reason: 'asked for',
});

export const holdOf = (grantedOn: string, until: string, endedOn?: string): Hold => ({
  ...granted(grantedOn, until, 'hold'),
  kind: 'hold',
  until: localDate(until),
  ...(endedOn ? { endedOn: localDate(endedOn) } : {}),
});

export const promiseOf = (grantedOn: string, promisedOn: string): PromiseToPay => ({
  ...granted(grantedOn, promisedOn, 'promise'),
  kind: 'promise',
  promisedOn: localDate(promisedOn),
});

export const deferralOf = (grantedOn: string, newDueOn: string, installment = 1): Deferral => ({
  ...granted(grantedOn, newDueOn, 'deferral'),
  kind: 'deferral',
  installment,
  newDueOn: localDate(newDueOn),
});
