import { ROUTES, type Route } from '../../functions/routes.ts';
import { TABLES, type TableDefinition } from '../../shared/adapters/dynamodb/tables.ts';
import { FUNCTIONS, type FunctionDeclaration, type Trigger } from '../declaration/functions.ts';

/** What a local cloud runs. There is one; tests of the local cloud itself run small handlers of their own. */
export interface Application {
  readonly functions: Readonly<Record<string, LocalFunction>>;
  readonly routes: readonly LocalRoute[];
  readonly tables: readonly TableDefinition[];
}

export type LocalFunction = Pick<FunctionDeclaration, 'trigger'> & { readonly entry: string };
export type LocalRoute = Pick<Route, 'method' | 'path'> & { readonly function: string; readonly scope: string | null };

export const PREMIUM_CONTROL: Application = { functions: FUNCTIONS, routes: ROUTES, tables: TABLES };

/** Answers every request that matches no route, as the API's $default route does. */
export const FALLBACK_FUNCTION = 'meta';

/** What a function takes from the Outbox, and how; undefined for functions that the Outbox doesn't wake. */
export const outboxTriggerOf = ({ trigger }: LocalFunction): Extract<Trigger, { kind: 'outbox' }> | undefined =>
  trigger.kind === 'outbox' ? trigger : undefined;
