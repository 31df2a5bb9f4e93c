import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { dynamoDb } from '../../functions/runtime/dynamodb.ts';
import { significanceRuntime } from '../../functions/runtime/significance.ts';
import { tableNames } from '../../shared/adapters/dynamodb/table-names.ts';
import type { ClassifiedClient } from '../../shared/domain/significance/classified-client.ts';
import { startReassessment } from '../../shared/usecases/start-reassessment.ts';
import type { Insurer } from '../support/insurer.ts';
import { putItems } from '../support/portfolio-items.ts';
import { bareReads } from './bare-reads.ts';
import { meter } from './metered-database.ts';
import { benchClient, cellsOf } from './portfolio.ts';

export interface ReassessmentCost {
  readonly clients: number;
  readonly perSecond: number;
  /** Of the clients a second that bare reads get through at the same time: machines are shared and noisy. */
  readonly ofBare: number;
  readonly requestsPerClient: number;
  readonly capacityPerClient: number;
}

export interface ReassessmentBench {
  /** One client in ten of those that are new moves. */
  readonly moving: readonly ReassessmentCost[];
  /** Nothing has changed since. */
  readonly steady: readonly ReassessmentCost[];
  /** Requests, capacity and time (beside bare reads) of a client among the most, as a multiple of those among the fewest; steady runs. */
  readonly growth: { readonly requests: number; readonly capacity: number; readonly time: number };
}

/** Reassesses growing portfolios through the deployed handler, on the local cloud: a client must cost the same in each. */
export async function benchReassessment(insurer: Insurer, sizes: readonly number[]): Promise<ReassessmentBench> {
  const aws = {}; // a connection of our own: its requests are counted, nobody else's
  const counted = meter(dynamoDb(aws));
  const outside = { clock: insurer.cloud.clock, aws };
  const { createHandler } = await import('../../functions/reassess/reassess.handler.ts'); // reads the environment of the local cloud
  const handler = createHandler(outside);
  const bare = (clients: number) => bareReads(dynamoDb(BARE), tableNames(process.env), clients);
  const run = async (clients: number): Promise<ReassessmentCost> => {
    const { kind, runId } = await startReassessment(significanceRuntime(outside), 'bench');
    const bareBefore = await bare(clients);
    const before = { ...counted.read(), at: performance.now() };
    await handler({ kind, runId }, { getRemainingTimeInMillis: () => 900_000 });
    const perSecond = clients / ((performance.now() - before.at) / 1000);
    const { requests, capacityUnits } = counted.read();
    return {
      clients,
      perSecond,
      ofBare: perSecond / ((bareBefore + (await bare(clients))) / 2),
      requestsPerClient: (requests - before.requests) / clients,
      capacityPerClient: (capacityUnits - before.capacityUnits) / clients,
    };
  };
  const moving: ReassessmentCost[] = [];
  const steady: ReassessmentCost[] = [];
  let from = 0;
  for (const size of sizes) {
    await seed(from, size);
    from = size;
    moving.push(await run(size));
    steady.push(await run(size));
  }
  return { moving, steady, growth: growthOf(steady) };
}

function growthOf(costs: readonly ReassessmentCost[]): ReassessmentBench['growth'] {
  const [fewest, most] = [costs[0], costs.at(-1)];
  if (!fewest || !most) throw new RangeError('nothing was measured');
  return {
    requests: most.requestsPerClient / fewest.requestsPerClient,
    capacity: most.capacityPerClient / fewest.capacityPerClient,
    time: fewest.ofBare / most.ofBare,
  };
}

/** A connection whose requests are not counted. */
const BARE = {};

const CLIENTS_A_BATCH = 20;

async function seed(from: number, to: number): Promise<void> {
  const database = dynamoDb(BARE);
  const tables = tableNames(process.env);
  const clients: ClassifiedClient[] = [];
  for (let at = from; at < to; at += CLIENTS_A_BATCH) {
    const batch = Array.from({ length: Math.min(CLIENTS_A_BATCH, to - at) }, (_, n) => benchClient(at + n, tables));
    clients.push(...batch.map(({ client }) => client));
    await putItems(database, ...batch.map(({ items }) => items));
  }
  const Item = { part: 'cells', record: `bench-${from}`, ...cellsOf(clients) };
  await database.send(new PutCommand({ TableName: tables.Significance, Item }));
}
