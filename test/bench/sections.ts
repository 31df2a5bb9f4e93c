import { type Insurer, startInsurer } from '../support/insurer.ts';
import { benchBudget } from './budget.ts';
import { benchCheckpoints } from './checkpoints.ts';
import { benchColdStarts } from './cold-start.ts';
import { benchGrowth } from './growth.ts';
import { benchImport } from './imports.ts';
import { ofTables, total } from './metered/bill.ts';
import { benchPayments } from './payments.ts';
import { benchPolicyYears } from './policy-years.ts';
import { benchReassessment } from './reassessment.ts';
import { report } from './report.ts';

/** What the start of payments may cost of a bare handler's. */
const MOST_OF_BARE = 1.35;

/** What payments over HTTP must reach of a bare loop of their transactions. */
const LEAST_OF_BARE = 0.6;

/** What an operation may cost among the most policies or clients, as a multiple of its cost among the fewest. */
const MOST_GROWTH = 1.1;

/** What an import of any size may need besides what the process needs idle. */
const MOST_MEMORY_MB = 256;

export interface Options {
  readonly large: boolean;
}

/** Each says its figures, and whether they are as they must be. */
export const SECTIONS: Readonly<Record<string, (options: Options) => Promise<boolean>>> = {
  payments: () =>
    withInsurer(async (insurer) => {
      const { http, handler, bare, httpToBare, handlerToBare } = await benchPayments(insurer);
      const rows = [
        ['over local HTTP, 16 at once', http.toFixed(0), httpToBare.toFixed(2)],
        ['through the handler', handler.toFixed(0), handlerToBare.toFixed(2)],
        ['bare TransactWriteItems', bare.toFixed(0), '1.00'],
      ];
      report('payments', ['', 'per second', 'of the bare loop'], rows);
      return httpToBare >= LEAST_OF_BARE;
    }),

  async budget() {
    const { database, lines } = await benchBudget();
    const rows = lines.map(({ path, bill, limit, isWithin }) => [
      path,
      `${bill.dynamoDb} of ${limit.dynamoDb}`,
      `${bill.scheduler} of ${limit.scheduler ?? 0}`,
      `${bill.ses} of ${limit.ses ?? 0}`,
      `${ofTables(bill.writeUnits)}${limit.writeUnits ? ` of ${limit.writeUnits}` : ''}`,
      String(total(bill.writeUnits) - ofTables(bill.writeUnits)),
      `${total(bill.readUnits)}${limit.readUnits ? ` of ${limit.readUnits}` : ''}`,
      isWithin ? 'yes' : 'NO',
    ]);
    report(`budget (${database})`, ['path', 'DynamoDB', 'Scheduler', 'SES', 'WRU', 'WRU of indexes', 'RRU', 'within'], rows);
    return lines.every(({ isWithin }) => isWithin);
  },

  checkpoints: () =>
    withInsurer(async (insurer) => {
      const { handler, bare, handlerToBare } = await benchCheckpoints(insurer);
      const rows = [
        ['clear ones through the handler, with the next schedule', handler.toFixed(0), handlerToBare.toFixed(2)],
        ['bare BatchGetItem and TransactWriteItems', bare.toFixed(0), '1.00'],
      ];
      report('checkpoints', ['', 'per second', 'of the bare loop'], rows);
      return true;
    }),

  async cold() {
    const starts = await benchColdStarts();
    const rows = starts.map((c) => [
      c.name,
      c.kilobytes.toFixed(0),
      c.milliseconds.toFixed(0),
      c.ofBare.toFixed(2),
      c.processorMilliseconds.toFixed(0),
      c.processorOfBare.toFixed(2),
    ]);
    report('cold start', ['function', 'at start, KB', 'import, ms', 'import, of bare', 'processor, ms', 'processor, of bare'], rows);
    return starts.every(({ name, processorOfBare }) => name !== 'payments' || processorOfBare <= MOST_OF_BARE);
  },

  growth: ({ large }) =>
    withInsurer(async (insurer) => {
      const { costs, growth } = await benchGrowth(insurer, sizesFor(large));
      const rows = costs.map((c) => [c.operation, String(c.policies), c.requests.toFixed(2), c.capacity.toFixed(2), c.ofBare.toFixed(2)]);
      report('growth', ['', 'policies', 'requests', 'capacity units', 'of bare reads'], rows);
      const ratios = growth.map((g) => [g.operation, g.requests.toFixed(2), g.capacity.toFixed(2), g.time.toFixed(2)]);
      report('from the fewest to the most', ['', 'requests', 'capacity', 'time beside bare reads'], ratios);
      return growth.every(isFlat);
    }),

  reassessment: ({ large }) =>
    withInsurer(async (insurer) => {
      const { moving, steady, growth } = await benchReassessment(insurer, sizesFor(large));
      const row = (what: string) => (cost: (typeof steady)[number]) => [
        what,
        String(cost.clients),
        cost.perSecond.toFixed(0),
        cost.requestsPerClient.toFixed(2),
        cost.capacityPerClient.toFixed(2),
      ];
      const rows = [...moving.map(row('one in ten moves')), ...steady.map(row('nothing has changed'))];
      report('reassessment', ['', 'clients', 'clients/s', 'requests a client', 'capacity units a client'], rows);
      console.log(`growth from the fewest to the most: ${JSON.stringify(growth)}`);
      return isFlat(growth);
    }),

  'import-camt': (options) => imported('camt.053', options),
  'import-mt940': (options) => imported('MT940', options),

  'policy-years': () =>
    withInsurer(async (insurer) => {
      const lived = await benchPolicyYears(insurer);
      const row = [
        String(lived.policies),
        lived.seconds.toFixed(1),
        lived.perSecond.toFixed(2),
        String(lived.checkpoints),
        String(lived.letters),
      ];
      report('policy-years over the local cloud', ['policies', 'seconds', 'policy-years/s', 'checkpoints', 'letters'], [row]);
      return true;
    }),
};

const imported = (format: 'camt.053' | 'MT940', { large }: Options): Promise<boolean> =>
  withInsurer(async (insurer) => {
    const rates = await benchImport(insurer, format, large ? 100_000 : 5_000);
    const figures = [rates.entries, rates.entriesPerSecond, rates.readPerSecond, rates.rssAboveIdleMb].map((figure) => figure.toFixed(0));
    report('statement import', ['format', 'entries', 'imported/s', 'only read/s', 'MB above idle'], [[format, ...figures]]);
    return rates.rssAboveIdleMb <= MOST_MEMORY_MB;
  });

/** Time is told and not judged: the machine's other work is in it. */
const isFlat = ({ requests, capacity }: { readonly requests: number; readonly capacity: number }): boolean =>
  requests <= MOST_GROWTH && capacity <= MOST_GROWTH;

const sizesFor = (large: boolean): readonly number[] => (large ? [1_000, 10_000, 100_000] : [1_000, 10_000]);

/** A local cloud of its own for each section. */
async function withInsurer(use: (insurer: Insurer) => Promise<boolean>): Promise<boolean> {
  const insurer = await startInsurer('2026-11-01T08:00:00Z');
  try {
    await insurer.client('UA-1');
    return await use(insurer);
  } finally {
    await insurer.cloud.stop();
  }
}
