import { ROUTES } from '../../../functions/routes.ts';
import { deployFunctions, type Handler } from '../../simulation/engine/functions.ts';
import { CLIENT, POLICY } from '../../support/insurer.ts';
import { jsonAnswer } from '../../support/simulated-aws/wire/answers.ts';
import { type Bill, minus } from './bill.ts';
import type { Database } from './database.ts';
import { MeteredAws } from './metered-aws.ts';

export interface World {
  /** Moves the clock. */
  at(instant: number): void;
  now(): number;
  /** An API operation through its handler; what it put into the Outbox is done, too. */
  ask(operation: string, more?: { readonly path?: Readonly<Record<string, string>>; readonly body?: object }): Promise<Metered>;
  /** A function that something else than the API or a schedule triggers. */
  invoke(name: string, event: object): Promise<Metered>;
  /** Fires the schedule that comes next, at its time. */
  fireNext(): Promise<Metered & { readonly at: number }>;
}

export interface OpenWorld extends World {
  readonly database: Database;
}

export interface Metered {
  /** All hops. */
  readonly bill: Bill;
  /** What the caller waited for. */
  readonly waited: Bill;
  /** Of an API operation. */
  readonly status?: number;
}

/** The deployed functions over metered services, with a clock that is moved by hand. One thing at a time. */
export async function openWorld(open: (now: () => number) => Promise<Database>, start: string): Promise<OpenWorld> {
  const functions = await deployFunctions();
  let now = Date.parse(start);
  const database = await open(() => now);
  const invoked: { readonly name: string; readonly event: unknown }[] = [];
  const aws = new MeteredAws({
    database,
    now: () => now,
    invoke: async ({ functionName, payload, operation }) => {
      const event: unknown = JSON.parse(payload);
      if (operation === 'Event') {
        invoked.push({ name: functionName, event });
        return jsonAnswer('', 202);
      }
      return jsonAnswer((await run(functionName, event)) as object);
    },
  });
  const handlers = new Map<string, Handler>();
  const run = async (name: string, event: unknown): Promise<unknown> => {
    const deployed = functions.get(name as Parameters<typeof functions.get>[0]);
    if (!deployed) throw new Error(`no function ${name}`);
    const handler = handlers.get(name) ?? deployed.createHandler({ clock: { now: () => now }, aws: aws.connection });
    handlers.set(name, handler);
    return handler(event, { getRemainingTimeInMillis: () => deployed.timeoutMs });
  };
  const metered = async (work: () => Promise<number | undefined>): Promise<Metered> => {
    const before = aws.bill;
    const status = await work();
    const waited = minus(aws.bill, before);
    await settle({ aws, run, invoked });
    return { bill: minus(aws.bill, before), waited, ...(status === undefined ? {} : { status }) };
  };
  return {
    database,
    now: () => now,
    at: (instant) => {
      now = instant;
    },
    ask: (operation, more = {}) =>
      metered(async () => {
        const route = ROUTES.find((r) => r.operation === operation);
        if (!route) throw new Error(`no operation ${operation}`);
        const answer = await run(route.function, apiEvent(route, more));
        return (answer as { readonly statusCode: number }).statusCode;
      }),
    invoke: (name, event) =>
      metered(async () => {
        await run(name, event);
        return undefined;
      }),
    fireNext: async () => {
      const schedule = aws.takeSchedule();
      if (!schedule) throw new Error('nothing is scheduled');
      now = schedule.at;
      const cost = await metered(async () => {
        await run(schedule.functionName, JSON.parse(schedule.input));
        return undefined;
      });
      return { ...cost, at: schedule.at };
    },
  };
}

interface Unsettled {
  readonly aws: MeteredAws;
  readonly run: (name: string, event: unknown) => Promise<unknown>;
  readonly invoked: { readonly name: string; readonly event: unknown }[];
}

/** What follows from one thing: a letter, an event, a run. A chain that doesn't end is a fault. */
const MOST_HOPS = 50;

/** Does what is in the Outbox, and what was invoked, until nothing is left. */
async function settle({ aws, run, invoked }: Unsettled): Promise<void> {
  for (let hop = 1; hop <= MOST_HOPS; hop++) {
    const intents = aws.takeIntents();
    const invocations = invoked.splice(0);
    if (intents.length + invocations.length === 0) return;
    for (const intent of intents) await run(intent['kind'] === 'notice' ? 'send-notice' : 'relay-intents', { intents: [intent] });
    for (const { name, event } of invocations) await run(name, event);
  }
  throw new Error(`not done after ${MOST_HOPS} hops`);
}

const SCOPES = 'clients:write policies:write payments:write tasks:write regulations:write significance:write read';

function apiEvent(
  { method, path: template }: { readonly method: string; readonly path: string },
  { path = {}, body }: { readonly path?: Readonly<Record<string, string>>; readonly body?: object },
): object {
  const rawPath = template.replace(/\{(\w+)\}/g, (_, name: string) => path[name] ?? '');
  return {
    version: '2.0',
    routeKey: `${method} ${template}`,
    rawPath,
    rawQueryString: '',
    headers: body ? { 'content-type': 'application/json' } : {},
    pathParameters: path,
    requestContext: { http: { method, path: rawPath }, authorizer: { jwt: { claims: { sub: 'bench', scope: SCOPES } } } },
    ...(body ? { body: JSON.stringify(body) } : {}),
    isBase64Encoded: false,
  };
}

export const putClient = (world: World, clientId: string): Promise<Metered> => world.ask('putClient', { path: { clientId }, body: CLIENT });

export const openPolicy = (world: World, policyNumber: string, facts: object = {}): Promise<Metered> =>
  world.ask('openPolicy', { body: { ...POLICY, policyNumber, ...facts } });

export const pay = (world: World, paymentId: string, facts: { readonly policyNumber: string; readonly amount: string }): Promise<Metered> =>
  world.ask('recordPayment', {
    body: { paymentId, policyNumber: facts.policyNumber, amount: { amount: facts.amount, currency: 'UAH' }, receivedOn: '2026-11-22' },
  });
