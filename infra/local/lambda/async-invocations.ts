import { randomUUID } from 'node:crypto';
import { formatInstant } from '../../../shared/domain/zone.ts';
import type { Appointment } from '../clock/agenda.ts';
import type { Clock } from '../clock/movable-clock.ts';
import type { LocalState } from '../state/local-state.ts';
import type { FunctionError, InvocationOutcome, LambdaFunction } from './lambda-function.ts';
import type { QueuedInvocation } from './queued-invocation.ts';

/** Lambda tries an asynchronous invocation three times in all: again a minute after the first failure, two after the second. */
const RETRY_AFTER_MS = [60_000, 120_000] as const;

/** Handlers share one process and one database emulator: more at once would only wait there. */
const AT_ONCE = 16;

/**
 * Lambda's queue of asynchronous invocations: what a schedule fires and what is invoked as `Event`. An invocation is in the
 * log before it is accepted, and leaves it when its function has succeeded or was given up, so a crash repeats, never loses.
 */
export interface AsyncInvocations {
  accept(functionName: string, payload: string, origin: string): void;
  /** Runs an invocation that is in the state already. */
  start(invocation: QueuedInvocation): void;
  isRunning(id: string): boolean;
  runningCount(): number;
  /** Resolves when nothing runs. Retries that wait for their time don't count. */
  idle(): Promise<void>;
}

export interface AsyncInvocationDeps {
  readonly state: LocalState;
  readonly clock: Clock;
  readonly functions: ReadonlyMap<string, LambdaFunction>;
  remind(appointment: Appointment): void;
  /** Called after each run: it may have written something that others wait for. */
  onFinished(): void;
}

export const newInvocation = (functionName: string, payload: string, origin: string, dueMs: number): QueuedInvocation => ({
  id: randomUUID(),
  functionName,
  payload,
  origin,
  attempt: 1,
  dueMs,
});

export const asyncInvocations = (deps: AsyncInvocationDeps): AsyncInvocations => {
  const running = new Map<string, QueuedInvocation>();
  const waiting: QueuedInvocation[] = [];
  let whenIdle: (() => void)[] = [];
  let busy = 0;

  const start = (invocation: QueuedInvocation) => {
    if (running.has(invocation.id)) return;
    running.set(invocation.id, invocation);
    waiting.push(invocation);
    fillUp();
  };

  const fillUp = () => {
    while (busy < AT_ONCE) {
      const invocation = waiting.shift();
      if (invocation === undefined) return;
      busy += 1;
      void attempt(deps, invocation).then((outcome) => finish(invocation, outcome));
    }
  };

  const finish = (invocation: QueuedInvocation, outcome: InvocationOutcome) => {
    busy -= 1;
    running.delete(invocation.id);
    if (outcome.ok) deps.state.commit({ kind: 'invocationDone', id: invocation.id });
    else retryOrGiveUp(deps, invocation, outcome.error);
    deps.onFinished();
    fillUp();
    if (running.size > 0) return;
    for (const resolve of whenIdle) resolve();
    whenIdle = [];
  };

  return {
    accept: (functionName, payload, origin) => {
      const invocation = newInvocation(functionName, payload, origin, deps.clock.now());
      deps.state.commit({ kind: 'invocation', invocation });
      start(invocation);
    },
    start,
    isRunning: (id) => running.has(id),
    runningCount: () => running.size,
    idle: () => (running.size === 0 ? Promise.resolve() : new Promise((resolve) => whenIdle.push(resolve))),
  };
};

const attempt = async ({ functions }: AsyncInvocationDeps, invocation: QueuedInvocation): Promise<InvocationOutcome> => {
  const target = functions.get(invocation.functionName);
  if (target !== undefined) return target.invoke(JSON.parse(invocation.payload));
  const errorMessage = `Function not found: ${invocation.functionName}`;
  return { ok: false, error: { errorType: 'ResourceNotFoundException', errorMessage, trace: [] } };
};

const retryOrGiveUp = ({ state, clock, remind }: AsyncInvocationDeps, invocation: QueuedInvocation, error: FunctionError): void => {
  const waitMs = RETRY_AFTER_MS[invocation.attempt - 1];
  if (waitMs !== undefined) {
    const retry = { ...invocation, attempt: invocation.attempt + 1, dueMs: clock.now() + waitMs };
    state.commit({ kind: 'invocation', invocation: retry });
    remind({ atMs: retry.dueMs, kind: 'invocation', key: retry.id });
    return;
  }
  const { functionName, origin, attempt: attempts } = invocation;
  const deadLetter = {
    at: formatInstant(clock.now()),
    functionName,
    origin,
    attempts,
    error: { errorType: error.errorType, errorMessage: error.errorMessage },
    payload: JSON.parse(invocation.payload),
  };
  state.commit({ kind: 'invocationDone', id: invocation.id }, { kind: 'deadLetter', deadLetter });
  console.error(`${functionName} failed ${attempts} times and was given up: ${error.errorMessage}`);
};
