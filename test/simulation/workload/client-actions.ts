import type { Chance } from '../engine/chance.ts';
import { loweringRule, PLAIN_MODEL } from './model-actions.ts';
import type { Action, Span } from './scenario.ts';

const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];

const uah = (amount: string) => ({ annualRevenue: { amount, currency: 'UAH' } });

/** Under the plain model they make clients of class A, B and C. */
const POTENTIALS = [{ ...uah('2000000000.00'), employees: 2000 }, { ...uah('60000000.00'), employees: 60 }, {}] as const;

/** Of class A by every model of scenarios. */
export const BEST = { ...POTENTIALS[0], fleetSize: 200, propertyValue: { amount: '2000000000.00', currency: 'UAH' } } as const;

/** Clients and how they are served: what they could be worth changes, so does their class, and sometimes a person must agree. */
export function clientActions(chance: Chance, clients: readonly string[], span: Span): readonly Action[] {
  const lowering = loweringRule(chance.is(0.4));
  const model = { ...PLAIN_MODEL, lowering };
  const put: Action = { at: span.start, request: { key: 'put-model', operation: 'putModel', body: model } };
  return [
    ...(chance.is(0.7) ? [put] : []),
    ...clients.flatMap((id) => livesOf(chance, id, span)),
    ...(chance.is(0.3) ? [reassessment(chance, span, 1)] : []),
    ...(chance.is(0.15) ? [reassessment(chance, span, 2)] : []),
  ];
}

const reassessment = (chance: Chance, { start, days }: Span, number: number): Action => ({
  at: start + chance.int(1, days * 24) * HOUR,
  request: { key: `reassess-${number}`, operation: 'startReassessment' },
});

function livesOf(chance: Chance, clientId: string, { start, days }: Span): readonly Action[] {
  const language = chance.pick(['en', 'uk']);
  const put = (at: number, potential: object, key: string, email = `${clientId}@client.example`): Action => {
    const body = { name: `Client ${clientId}`, kind: 'legalEntity', email, language, timeZone: 'Europe/Kyiv', potential };
    return { at, request: { key, operation: 'putClient', path: { clientId }, body } };
  };
  const later = () => start + chance.int(DAY, days * DAY);
  const potential = chance.pick(POTENTIALS);
  const lowered = { key: `lower-${clientId}`, operation: 'decideLowering', path: { clientId } };
  return [
    put(start + 5 * MINUTE, potential, `put-${clientId}`),
    ...(chance.is(0.35) ? [put(later(), chance.pick(POTENTIALS), `change-${clientId}`)] : []),
    ...(chance.is(0.2) ? [put(later(), potential, `correct-${clientId}`, `new-${clientId}@client.example`)] : []),
    ...(chance.is(0.25) ? [{ at: later(), request: { ...lowered, body: { decision: chance.pick(['approved', 'declined']) } } }] : []),
  ];
}
