import type { LeaveUnprocessed, OperationContext } from './operations/context.ts';
import { operations } from './operations/operations.ts';
import { NotSimulated, ServiceError } from './service-error.ts';
import type { StreamRecord } from './storage/stream-log.ts';
import { type HoldIndexUpdate, Table } from './storage/table.ts';
import { TokenMemory } from './storage/token-memory.ts';
import type { TableDefinition } from './table-definition.ts';

/** An HTTP answer of the service, before it is encoded. */
export type Answer = { readonly status: number; readonly body: object };

export type MemoryDatabaseOptions = {
  /** Milliseconds since the epoch, for the ten minutes of a client token and the times of stream records. Without it, time stands still. */
  readonly now?: () => number;
  /** Holds an index update back, and with it all later ones of that index, until `releaseIndexUpdates`: reads of the index are stale. */
  readonly holdIndexUpdate?: HoldIndexUpdate;
  /** Leaves a key of BatchGetItem, or a write of BatchWriteItem, unprocessed, as under throttling. */
  readonly leaveUnprocessed?: LeaveUnprocessed;
};

/** The state of a database at one moment. It can be restored any number of times, also into another database of the same tables. */
export type Snapshot = { readonly tables: readonly Table[]; readonly tokens: TokenMemory };

/** DynamoDB as a function of its requests: synchronous, without timers or randomness. Same requests, same answers. */
export class MemoryDatabase {
  readonly #options: MemoryDatabaseOptions;
  #tables: ReadonlyMap<string, Table>;
  #tokens = new TokenMemory();

  constructor(definitions: readonly TableDefinition[], options: MemoryDatabaseOptions = {}) {
    this.#options = options;
    this.#tables = new Map(definitions.map((definition) => [definition.name, new Table(definition)]));
  }

  /** `target` is the operation's name ('PutItem'); refusals of the service are answers, too. */
  handle(target: string, input: object): Answer {
    try {
      return { status: 200, body: this.#run(target, input) };
    } catch (error) {
      if (error instanceof ServiceError) return failure(error);
      throw error;
    }
  }

  /** What a table's stream has recorded after a sequence number, or ever. */
  streamRecords(tableName: string, afterSequence?: string): readonly StreamRecord[] {
    return this.#table(tableName).streamRecords(afterSequence);
  }

  /** Lets held index updates of a table through, the oldest first; says how many. */
  releaseIndexUpdates(tableName: string, most = Number.MAX_SAFE_INTEGER): number {
    return this.#table(tableName).releaseIndexUpdates(most);
  }

  snapshot(): Snapshot {
    return { tables: [...this.#tables.values()].map((table) => table.copy()), tokens: this.#tokens.copy() };
  }

  restore({ tables, tokens }: Snapshot): void {
    this.#tables = new Map(tables.map((table) => [table.name, table.copy()]));
    this.#tokens = tokens.copy();
  }

  #run(target: string, input: object): object {
    const operation = operations.get(target);
    if (operation === undefined) throw new ServiceError('UnknownOperationException', `${target} is not simulated`);
    const unknown = Object.keys(input).find((name) => !operation.parameters.has(name));
    if (unknown !== undefined) throw new NotSimulated(`${unknown} of ${target}`);
    return operation.run(this.#context(), input as Parameters<typeof operation.run>[1]);
  }

  #context(): OperationContext {
    const { now = () => 0, holdIndexUpdate: hold = () => false, leaveUnprocessed = () => false } = this.#options;
    return {
      table: (name) => this.#table(name),
      write: (table, write) => table.write(write, { atMs: now(), hold }),
      now,
      tokens: this.#tokens,
      leaveUnprocessed,
    };
  }

  #table(name: string): Table {
    const table = this.#tables.get(name);
    if (table === undefined) throw new ServiceError('ResourceNotFoundException', 'Requested resource not found');
    return table;
  }
}

const namespaceOf = ({ code }: ServiceError): string => {
  if (code === 'ValidationException') return 'com.amazon.coral.validate';
  return code === 'UnknownOperationException' ? 'com.amazon.coral.service' : 'com.amazonaws.dynamodb.v20120810';
};

/** Cancelled transactions alone spell "Message" large, as the service does. */
const failure = (error: ServiceError): Answer => {
  const text = error.code === 'TransactionCanceledException' ? { Message: error.message } : { message: error.message };
  return { status: 400, body: { __type: `${namespaceOf(error)}#${error.code}`, ...text, ...error.details } };
};
