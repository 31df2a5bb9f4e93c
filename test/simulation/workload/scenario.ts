import type { ApiAnswer, ApiRequest } from '../engine/caller.ts';
import { type Chance, chanceOf } from '../engine/chance.ts';
import { isoDay, noonOf, plusDays } from './calendar-arithmetic.ts';
import { creditActions } from './credit-actions.ts';
import { moneyActions } from './money-actions.ts';
import { openingOf, type PlannedPolicy, twinOf } from './planned-policy.ts';
import { BRIEF, BRIEF_CHANGED, PICKY } from './regulations.ts';
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
  /** What was assigned to clients before: class by id. */
  readonly classes: Readonly<Record<string, 'A' | 'B' | 'C'>>;
  readonly actions: readonly Action[];
}

export interface ScenarioOptions {
  readonly seed: string;
  readonly policies: number;
  readonly days: number;
}

const HOUR = 3_600_000;

const CLASSES = ['A', 'B', 'C'] as const;

/** Days around which calendars are odd: changes of the clock, 29 February, ends of months, Christmas. */
const STARTS = ['2026-11-20', '2027-03-05', '2027-10-01', '2028-01-20', '2028-02-10', '2027-06-01', '2026-12-10', '2027-09-15'] as const;

/** All that the world outside will do, from the seed alone: whatever happens, it stays the same. */
export function scenarioOf({ seed, policies, days }: ScenarioOptions): Scenario {
  const chance = chanceOf(`${seed}|scenario`);
  const start = noonOf(plusDays(chance.pick(STARTS), chance.int(-10, 10))) + chance.int(-12, 12) * HOUR;
  const clients = Array.from({ length: Math.ceil(policies / 2) }, (_, index) => `client-${index + 1}`);
  const classes = Object.fromEntries(clients.filter(() => chance.is(0.6)).map((id) => [id, chance.pick(CLASSES)]));
  const planned: PlannedPolicy[] = [];
  for (let index = 0; index < policies; index++) {
    const policyNumber = `P-${index + 1}`;
    const elder = planned[index - clients.length];
    const opening = { policyNumber, clientId: clients[index % clients.length] ?? '', today: isoDay(start), days };
    planned.push(elder && chance.is(0.5) ? twinOf(elder, policyNumber) : openingOf(chance, opening));
  }
  const opening = [
    ...regulationActions(chance, start, days),
    ...clients.map((id) => clientAction(chance, id, start)),
    ...planned.flatMap((p) => policyActions(chance, p, start)),
  ];
  const living = planned.flatMap((p) => [
    ...moneyActions(chance, p, { start, days }),
    ...reliefActions(chance, p),
    ...endingActions(chance, p),
    ...creditActions(
      chanceOf(`${seed}|credits|${p.policyNumber}`),
      p,
      planned.filter((other) => other !== p),
    ),
  ]);
  return { start, classes, actions: [...opening, ...living] };
}

function regulationActions(chance: Chance, start: number, days: number): readonly Action[] {
  const put = (at: number, regulationId: string, body: object, key: string): Action => ({
    at,
    request: { key, operation: 'putRegulation', path: { regulationId }, body },
  });
  return [
    put(start, 'brief', BRIEF, 'put-brief'),
    put(start, 'picky', PICKY, 'put-picky'),
    ...(chance.is(0.3) ? [put(start + chance.int(2, days * 24) * HOUR, 'brief', BRIEF_CHANGED, 'put-brief-2')] : []),
  ];
}

function clientAction(chance: Chance, clientId: string, start: number): Action {
  const body = {
    name: `Client ${clientId}`,
    kind: 'legalEntity',
    email: `${clientId}@client.example`,
    language: chance.pick(['en', 'uk']),
    timeZone: 'Europe/Kyiv',
  };
  return { at: start, request: { key: `put-${clientId}`, operation: 'putClient', path: { clientId }, body } };
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
