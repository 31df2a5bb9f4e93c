import type { ApiAnswer, ApiRequest } from '../engine/caller.ts';
import { type Chance, chanceOf } from '../engine/chance.ts';
import { type BankChances, bankActions } from './bank-actions.ts';
import { isoDay, noonOf, plusDays } from './calendar-arithmetic.ts';
import { clientActions } from './client-actions.ts';
import { creditActions } from './credit-actions.ts';
import { modelActions } from './model-actions.ts';
import { moneyActions } from './money-actions.ts';
import { oddOf, openingOf, type PlannedPolicy, twinOf } from './planned-policy.ts';
import { readings } from './readings.ts';
import { BRIEF, BRIEF_CHANGED, PICKY, PROMPT, STRICT } from './regulations.ts';
import { endingActions, reliefActions } from './relief-actions.ts';

/** Something that the world outside does. */
export interface Action {
  readonly at: number;
  readonly request: ApiRequest;
  /** At the next checkpoint of this policy after `at`, so that both race. */
  readonly racing?: string;
  /** What is asked after its answer. */
  readonly next?: (answer: ApiAnswer) => ApiRequest | undefined;
}

export interface Scenario {
  /** Epoch ms. */
  readonly start: number;
  readonly actions: readonly Action[];
}

/** Epoch ms, and how long. */
export interface Span {
  readonly start: number;
  readonly days: number;
}

export interface ScenarioOptions {
  readonly seed: string;
  readonly policies: number;
  readonly days: number;
}

const HOUR = 3_600_000;

/** Days around which calendars are odd: changes of the clock, 29 February, ends of months, Christmas. */
const STARTS = ['2026-11-20', '2027-03-05', '2027-10-01', '2028-01-20', '2028-02-10', '2027-06-01', '2026-12-10', '2027-09-15'] as const;

/** All that the world outside will do, from the seed alone: whatever happens, it stays the same. */
export function scenarioOf({ seed, policies, days }: ScenarioOptions): Scenario {
  const chance = chanceOf(`${seed}|scenario`);
  const start = noonOf(plusDays(chance.pick(STARTS), chance.int(-10, 10))) + chance.int(-12, 12) * HOUR;
  const clients = Array.from({ length: Math.ceil(policies / 2) }, (_, index) => `client-${index + 1}`);
  const planned: PlannedPolicy[] = [];
  for (let index = 0; index < policies; index++) {
    const policyNumber = `CARGO-${index + 1}`;
    const elder = planned[index - clients.length];
    const opening = { policyNumber, clientId: clients[index % clients.length] ?? '', today: isoDay(start), days };
    const isTwin = elder && chance.is(0.5);
    planned.push(isTwin ? twinOf(elder, policyNumber) : oddOf(chanceOf(`${seed}|odd|${policyNumber}`), openingOf(chance, opening)));
  }
  const opening = [
    ...regulationActions(chance, planned, { start, days }),
    ...clientActions(chance, clients, { start, days }),
    ...modelActions(chanceOf(`${seed}|models`), { start, days }),
    ...planned.flatMap((p) => policyActions(chance, p, start)),
  ];
  const others = (policy: PlannedPolicy) => planned.filter((other) => other !== policy);
  const living = planned.flatMap((p) => [
    ...(chance.is(0.3) ? bankActions(bankChancesOf(chance, seed, p), p) : moneyActions(chance, p, { start, days }, others(p))),
    ...readings(chance, p, { start, days }),
    ...reliefActions(chance, p),
    ...endingActions(chance, p),
    ...creditActions(chanceOf(`${seed}|credits|${p.policyNumber}`), p, others(p)),
  ]);
  return { start, actions: [...opening, ...living] };
}

/** What came later has chance of its own, so that the scenarios of seeds stay what they were. */
const bankChancesOf = (paying: Chance, seed: string, { policyNumber }: PlannedPolicy): BankChances => ({
  paying,
  returning: chanceOf(`${seed}|returns|${policyNumber}`),
  uploading: chanceOf(`${seed}|uploads|${policyNumber}`),
});

/** Regulations, one of them changed in the middle: who opened before stays under the version of his day, until he is moved. */
function regulationActions(chance: Chance, planned: readonly PlannedPolicy[], { start, days }: Span): readonly Action[] {
  const put = (at: number, regulationId: string, body: object, key: string): Action => ({
    at,
    request: { key, operation: 'putRegulation', path: { regulationId }, body },
  });
  const firsts = [
    put(start, 'brief', BRIEF, 'put-brief'),
    put(start, 'picky', PICKY, 'put-picky'),
    put(start, 'strict', STRICT, 'put-strict'),
    ...(planned.some(({ regulationId }) => regulationId === 'prompt') ? [put(start, 'prompt', PROMPT, 'put-prompt')] : []),
  ];
  if (!chance.is(0.3)) return firsts;
  const changedAt = start + chance.int(2, days * 24) * HOUR;
  const moved = planned.filter(({ regulationId }) => regulationId === 'brief' && chance.is(0.5));
  return [
    ...firsts,
    put(changedAt, 'brief', BRIEF_CHANGED, 'put-brief-2'),
    ...moved.map(({ policyNumber }) => ({
      at: changedAt + chance.int(1, 10 * 24) * HOUR,
      request: { key: `migrate-${policyNumber}`, operation: 'migratePolicy', path: { policyNumber }, body: { version: 2 } },
      ...(chance.is(0.5) ? { racing: policyNumber } : {}),
    })),
  ];
}

function policyActions(chance: Chance, { body, policyNumber }: PlannedPolicy, start: number): readonly Action[] {
  const at = start + HOUR + chance.int(0, 20 * HOUR);
  const open = (inMs: number, key: string): Action => ({ at: at + inMs, request: { key, operation: 'openPolicy', body } });
  const key = `open-${policyNumber}`;
  return [
    open(0, key),
    ...(chance.is(0.3) ? [open(chance.int(0, 50), `${key}-again`)] : []),
    ...(chance.is(0.2) ? [open(chance.int(1, 20 * 24) * HOUR, `${key}-later`)] : []),
  ];
}
