import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { AwsConnection } from '../../../shared/adapters/aws-connection.ts';
import { MemoryBus } from '../../support/simulated-aws/eventbridge/memory-bus.ts';
import { MemoryScheduler, type Schedule } from '../../support/simulated-aws/scheduler/memory-scheduler.ts';
import { MemorySes } from '../../support/simulated-aws/ses/memory-ses.ts';
import type { AwsCall, WireAnswer } from '../../support/simulated-aws/wire/aws-call.ts';
import { connectionTo } from '../../support/simulated-aws/wire/connection.ts';
import { type Bill, NOTHING, plus, type Service } from './bill.ts';
import type { Database } from './database.ts';
import { isRead, type Reported, reportedUnits } from './reported-units.ts';

export type Intent = Readonly<Record<string, unknown>>;

interface Parts {
  readonly database: Database;
  readonly now: () => number;
  readonly invoke: (call: Extract<AwsCall, { service: 'lambda' }>) => Promise<WireAnswer>;
}

/** Every service that the functions call, each request counted, and what DynamoDB says it took. */
export class MeteredAws {
  readonly connection: AwsConnection;
  readonly #parts: Parts;
  readonly #scheduler = new MemoryScheduler(() => undefined);
  readonly #ses = new MemorySes(() => undefined);
  readonly #bus = new MemoryBus(() => undefined);
  #bill = NOTHING;
  #intents: Intent[] = [];

  constructor(parts: Parts) {
    this.#parts = parts;
    this.connection = connectionTo((call) => this.#serve(call));
  }

  get bill(): Bill {
    return this.#bill;
  }

  /** What came into the Outbox since it was last asked: its stream. */
  takeIntents(): readonly Intent[] {
    const taken = this.#intents;
    this.#intents = [];
    return taken;
  }

  /** The schedule that fires next. Older generations are taken away: they would find nothing to do. */
  takeSchedule(): Schedule | undefined {
    const [next] = this.#scheduler.waiting().toSorted((a, b) => a.at - b.at);
    if (next) this.#scheduler.remove(next);
    return next;
  }

  async #serve(call: AwsCall): Promise<WireAnswer> {
    const now = this.#parts.now();
    switch (call.service) {
      case 'dynamodb':
        return this.#database(call.operation, call.input);
      case 'events':
        this.#count('events');
        return this.#bus.serve(call);
      case 'scheduler':
        this.#count('scheduler');
        return this.#scheduler.serve(call, now);
      case 'ses':
        this.#count('ses');
        return this.#ses.serve(call, now);
      case 'lambda':
        this.#count('lambda');
        return this.#parts.invoke(call);
    }
  }

  async #database(operation: string, input: object): Promise<WireAnswer> {
    const answer = await this.#parts.database.handle(operation, { ...input, ReturnConsumedCapacity: 'INDEXES' });
    const units = reportedUnits(JSON.parse(answer.body) as Reported);
    this.#bill = plus(this.#bill, { ...NOTHING, dynamoDb: 1, [isRead(operation) ? 'readUnits' : 'writeUnits']: units });
    if (answer.statusCode === 200 && operation === 'TransactWriteItems') this.#intents.push(...intentsIn(input));
    return answer;
  }

  #count(service: Service): void {
    this.#bill = plus(this.#bill, { ...NOTHING, [service]: 1 });
  }
}

interface Transaction {
  readonly TransactItems: readonly { readonly Put?: { readonly TableName: string; readonly Item: Parameters<typeof unmarshall>[0] } }[];
}

const intentsIn = (input: object): readonly Intent[] =>
  (input as Transaction).TransactItems.flatMap(({ Put }) => (Put?.TableName === 'Outbox' ? [unmarshall(Put.Item)] : []));
