import type { Trigger } from '../../declaration/functions.ts';
import type { LocalFunction } from '../application.ts';
import type { Clock } from '../clock/movable-clock.ts';
import { StartProblem } from '../start-problem.ts';
import { type LambdaFunction, type LambdaHandler, lambdaFunction } from './lambda-function.ts';

/** Entries are named from here, as the declaration names them. */
const REPOSITORY = new URL('../../../', import.meta.url);

/** The functions by their declared names: each entry's `createHandler`, on the movable clock. Call it after the environment is set. */
export const loadFunctions = async (
  functions: Readonly<Record<string, LocalFunction>>,
  clock: Clock,
): Promise<ReadonlyMap<string, LambdaFunction>> =>
  new Map(
    await Promise.all(
      Object.entries(functions).map(
        async ([name, { entry, trigger }]) => [name, lambdaFunction(name, await loadHandler(entry, clock), timeoutMsOf(trigger))] as const,
      ),
    ),
  );

/** As deployed: the API's functions end before API Gateway gives up, what recurs before it comes again. */
const timeoutMsOf = (trigger: Trigger): number => {
  if (trigger.kind === 'api') return 29_000;
  if (trigger.kind === 'upload') return 15 * 60_000;
  return trigger.kind === 'recurring' ? Math.min(trigger.rateMinutes, 15) * 60_000 : 60_000;
};

const loadHandler = async (entry: string, clock: Clock): Promise<LambdaHandler> => {
  try {
    return await createdHandler(await import(new URL(entry, REPOSITORY).href), clock);
  } catch (cause) {
    throw new StartProblem(`${entry} could not be loaded: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
};

const createdHandler = async (module: Readonly<Record<string, unknown>>, clock: Clock): Promise<LambdaHandler> => {
  const create = module['createHandler'];
  if (typeof create !== 'function') throw new TypeError('it exports no createHandler');
  const handler: unknown = await create({ clock });
  if (typeof handler !== 'function') throw new TypeError('its createHandler makes no function');
  return (event, context) => handler(event, context);
};
