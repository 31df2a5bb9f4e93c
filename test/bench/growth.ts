import { dynamoDb } from '../../functions/runtime/dynamodb.ts';
import { tableNames } from '../../shared/adapters/dynamodb/table-names.ts';
import { type Insurer, POLICY } from '../support/insurer.ts';
import { putItems } from '../support/portfolio-items.ts';
import { apiEvent } from './api-event.ts';
import { bareReads } from './bare-reads.ts';
import { median, perSecond } from './bounded-loop.ts';
import { meter } from './metered-database.ts';
import { benchClient } from './portfolio.ts';

export interface OperationCost {
  readonly operation: string;
  readonly policies: number;
  readonly requests: number;
  readonly capacity: number;
  /** Of the rate of bare reads at the same time: machines are shared and noisy. */
  readonly ofBare: number;
}

export interface Growth {
  readonly costs: readonly OperationCost[];
  /** Of each operation: what it costs among the most policies, as a multiple of what it costs among the fewest. */
  readonly growth: readonly { readonly operation: string; readonly requests: number; readonly capacity: number; readonly time: number }[];
}

const ROUNDS = 5;
const A_ROUND = 60;
const AT_ONCE = 8;
const BARE = {};
const CLIENTS_A_BATCH = 50;

/** Each operation through its handler in growing portfolios: a policy must cost the same in each. */
export async function benchGrowth(insurer: Insurer, sizes: readonly number[]): Promise<Growth> {
  const operations = await openOperations(insurer);
  const costs: OperationCost[] = [];
  let from = 0;
  for (const policies of sizes) {
    await seed(from, policies);
    from = policies;
    for (const [operation, work] of Object.entries(operations.works)) {
      costs.push({
        operation,
        policies,
        ...(await measure(operations, { policies, work: (round, index) => work(`${policies}-${round}-${index}`) })),
      });
    }
  }
  return { costs, growth: Object.keys(operations.works).map((operation) => growthOf(costs.filter((c) => c.operation === operation))) };
}

type Operations = Awaited<ReturnType<typeof openOperations>>;

/** A connection of our own: its requests are counted, nobody else's. Each id is opened, paid, shown, listed and run in turn. */
async function openOperations(insurer: Insurer) {
  const aws = {};
  const counted = meter(dynamoDb(aws));
  let now = insurer.cloud.clock.now();
  const outside = { clock: { now: () => now }, aws };
  const [policies, payments, checkpoints] = await Promise.all([
    import('../../functions/policies/policies.handler.ts'),
    import('../../functions/payments/payments.handler.ts'),
    import('../../functions/checkpoints/run-checkpoint.handler.ts'),
  ]);
  const [ofPolicies, ofPayments, ofCheckpoints] = [policies, payments, checkpoints].map((m) => m.createHandler(outside));
  if (!ofPolicies || !ofPayments || !ofCheckpoints) throw new Error('a handler is missing');
  const ask = async (handler: (event: never, context: never) => Promise<unknown>, event: unknown) => {
    const answer = await handler(event as never, {} as never);
    const { statusCode = 200 } = answer as { readonly statusCode?: number };
    if (statusCode >= 300) throw new Error(`answered ${statusCode}`);
  };
  const works: Readonly<Record<string, (id: string) => Promise<void>>> = {
    'POST /policies': (id) => ask(ofPolicies, apiEvent({ method: 'POST', route: '/policies', body: { ...LATER, policyNumber: id } })),
    'POST /payments': (id) =>
      ask(ofPayments, apiEvent({ method: 'POST', route: '/payments', body: { ...WHOLE, paymentId: id, policyNumber: id } })),
    'GET /policies/{n}': (id) =>
      ask(ofPolicies, apiEvent({ method: 'GET', route: '/policies/{policyNumber}', path: { policyNumber: id } })),
    'a clear checkpoint': async (id) => {
      now = Date.parse('2027-02-16T12:00:00Z');
      await ask(ofCheckpoints, { policyNumber: id, clientId: 'UA-1' });
      now = insurer.cloud.clock.now();
    },
  };
  return { counted, works };
}

/** Its first checkpoint is on 15 February 2027. */
const LATER = {
  ...POLICY,
  coverFrom: '2027-03-01',
  coverTo: '2028-02-28',
  paymentPlan: { kind: 'installments', count: 4, everyMonths: 3, firstDueOn: '2027-03-01' },
};
const WHOLE = { amount: POLICY.premium, receivedOn: '2026-11-22' };

interface Measuring {
  readonly policies: number;
  readonly work: (round: number, index: number) => Promise<void>;
}

async function measure({ counted }: Operations, { policies, work }: Measuring): Promise<Omit<OperationCost, 'operation' | 'policies'>> {
  const before = counted.read();
  const ratios: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const bareBefore = await bareReads(dynamoDb(BARE), tableNames(process.env), policies);
    const rate = await perSecond(A_ROUND, AT_ONCE, (index) => work(round, index));
    ratios.push(rate / ((bareBefore + (await bareReads(dynamoDb(BARE), tableNames(process.env), policies))) / 2));
  }
  const { requests, capacityUnits } = counted.read();
  const count = ROUNDS * A_ROUND;
  return {
    requests: (requests - before.requests) / count,
    capacity: (capacityUnits - before.capacityUnits) / count,
    ofBare: median(ratios),
  };
}

function growthOf(costs: readonly OperationCost[]): Growth['growth'][number] {
  const [fewest, most] = [costs[0], costs.at(-1)];
  if (!fewest || !most) throw new RangeError('nothing was measured');
  return {
    operation: fewest.operation,
    requests: most.requests / fewest.requests,
    capacity: most.capacity / fewest.capacity,
    time: fewest.ofBare / most.ofBare,
  };
}

/** Clients with a policy and three payments each. */
async function seed(from: number, to: number): Promise<void> {
  const [database, tables] = [dynamoDb(BARE), tableNames(process.env)];
  for (let at = from; at < to; at += CLIENTS_A_BATCH) {
    const batch = Array.from({ length: Math.min(CLIENTS_A_BATCH, to - at) }, (_, n) => benchClient(at + n, tables));
    await putItems(database, ...batch.map(({ items }) => items));
  }
}
