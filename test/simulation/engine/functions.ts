import type { Outside } from '../../../functions/runtime/system.ts';
import type { OutboxBatch, Trigger } from '../../../infra/declaration/functions.ts';
import { DECLARED_FUNCTIONS, type DeclaredName, outboxIntents } from '../../../infra/declared-functions.ts';
import { localEnvironment, setEnvironment } from '../../../infra/local/environment.ts';
import { TABLES, tableVariable } from '../../../shared/adapters/dynamodb/tables.ts';

export type Handler = (event: unknown, context: object) => unknown;

/** A deployed function: what makes its handlers, and how long Lambda lets one run. */
export interface DeployedFunction {
  readonly name: DeclaredName;
  readonly createHandler: (outside: Outside) => Handler;
  readonly trigger: Trigger['kind'];
  readonly timeoutMs: number;
  /** Kinds of Outbox intents that the stream hands to it, and how. */
  readonly intents: readonly string[];
  readonly batch: OutboxBatch;
}

/** The real functions, by their declared names. What a process reads from its environment is set once, before they are loaded. */
export async function deployFunctions(): Promise<ReadonlyMap<string, DeployedFunction>> {
  setEnvironment({
    ...localEnvironment({ apiUrl: NOWHERE, dynamoDbUrl: NOWHERE, mailUrl: NOWHERE, awsUrl: NOWHERE }, TABLES),
    ...Object.fromEntries(TABLES.map(({ name }) => [tableVariable(name), name])),
    BENEFICIARY_ACCOUNTS: '[]', // else each letter draws a picture to pay by, on other threads, in real time
    POWERTOOLS_LOG_LEVEL: 'SILENT', // what goes wrong here goes wrong on purpose
    POWERTOOLS_METRICS_DISABLED: 'false',
    POWERTOOLS_DEV: 'true', // metrics are printed by the global console, where the simulation reads them
  });
  const deployed = await Promise.all(
    DECLARED_FUNCTIONS.map(async ({ name, declaration }) => {
      const { createHandler } = (await import(new URL(`../../../${declaration.entry}`, import.meta.url).href)) as Pick<
        DeployedFunction,
        'createHandler'
      >;
      const { trigger } = declaration;
      const batch = trigger.kind === 'outbox' ? trigger.batch : { records: 0, windowSeconds: 0 };
      const timeoutMs = TIMEOUT_MS[trigger.kind] ?? MINUTE;
      return { name, createHandler, trigger: trigger.kind, timeoutMs, intents: outboxIntents(declaration), batch };
    }),
  );
  return new Map(deployed.map((fn) => [fn.name, fn]));
}

/** Whoever would use an address of the environment instead of what is given from outside would find nobody. */
const NOWHERE = 'http://127.0.0.1:9';

/** As deployed; every other function has a minute. */
const TIMEOUT_MS: Readonly<Record<string, number>> = { api: 29_000, recurring: 300_000, upload: 900_000 };
const MINUTE = 60_000;
