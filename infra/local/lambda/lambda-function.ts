import type { Context } from 'aws-lambda';
import { lambdaContext } from './lambda-context.ts';

export type LambdaHandler = (event: unknown, context: Context) => unknown;

export type InvocationOutcome = { readonly ok: true; readonly result: unknown } | { readonly ok: false; readonly error: FunctionError };

/** The body that Lambda answers for a function that failed. */
export interface FunctionError {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace: readonly string[];
}

export interface LambdaFunction {
  readonly name: string;
  /** Never rejects: a throw and a time-out are outcomes. */
  invoke(event: unknown): Promise<InvocationOutcome>;
}

export const TIMEOUT_ERROR_TYPE = 'Sandbox.Timedout';

export const lambdaFunction = (name: string, handler: LambdaHandler, timeoutMs: number): LambdaFunction => ({
  name,
  invoke: (event) =>
    new Promise((resolve) => {
      const timer = setTimeout(() => resolve({ ok: false, error: timedOut(timeoutMs) }), timeoutMs);
      const settle = (outcome: InvocationOutcome) => {
        clearTimeout(timer);
        resolve(outcome);
      };
      run(handler, event, lambdaContext(name, timeoutMs)).then(
        (result) => settle({ ok: true, result }),
        (thrown: unknown) => settle({ ok: false, error: functionError(thrown) }),
      );
    }),
});

/** A handler that throws before its first await fails like any other. */
const run = async (handler: LambdaHandler, event: unknown, context: Context): Promise<unknown> => handler(event, context);

const timedOut = (timeoutMs: number): FunctionError => ({
  errorType: TIMEOUT_ERROR_TYPE,
  errorMessage: `Task timed out after ${(timeoutMs / 1000).toFixed(2)} seconds`,
  trace: [],
});

const functionError = (thrown: unknown): FunctionError =>
  thrown instanceof Error
    ? { errorType: thrown.name, errorMessage: thrown.message, trace: thrown.stack?.split('\n') ?? [] }
    : { errorType: 'Error', errorMessage: String(thrown), trace: [] };
