import { FUNCTIONS, type FunctionDeclaration } from './declaration/functions.ts';

export type DeclaredName = keyof typeof FUNCTIONS;

const isDeclared = (name: string): name is DeclaredName => Object.hasOwn(FUNCTIONS, name);

export interface DeclaredFunction {
  readonly name: DeclaredName;
  readonly declaration: FunctionDeclaration;
}

export const DECLARED_FUNCTIONS: readonly DeclaredFunction[] = Object.keys(FUNCTIONS)
  .filter(isDeclared)
  .map((name) => ({ name, declaration: FUNCTIONS[name] }));

/** Functions that a kind of trigger wakes. */
export const wokenBy = (kind: string): readonly DeclaredFunction[] =>
  DECLARED_FUNCTIONS.filter(({ declaration }) => declaration.trigger.kind === kind);

/**
 * Whether a failure has no caller to go to: a wake-up of the Scheduler, an event, or another function's asynchronous call.
 * Such functions get a failure destination. The others are called by API Gateway or by a stream mapping, which both wait.
 */
export function isInvokedAsynchronously({ name, declaration: { trigger } }: DeclaredFunction): boolean {
  const isAwaited = trigger.kind === 'api' || trigger.kind === 'outbox';
  return !isAwaited || DECLARED_FUNCTIONS.some(({ declaration }) => declaration.invokes?.includes(name));
}

/** Kinds of Outbox intents that the stream hands to the function. */
export function outboxIntents({ trigger }: FunctionDeclaration): readonly string[] {
  return trigger.kind === 'outbox' ? trigger.intents : [];
}
