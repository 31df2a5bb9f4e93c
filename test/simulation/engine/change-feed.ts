import type { MemoryDatabase } from '../../support/simulated-aws/dynamodb/memory-database.ts';
import type { StreamRecord } from '../../support/simulated-aws/dynamodb/storage/stream-log.ts';
import { STREAMED } from './simulated-aws.ts';

/** One item as a commit changed it. Plain values, as JSON would have them. */
export interface Change {
  readonly table: string;
  readonly before?: Item;
  readonly after?: Item;
  readonly record: StreamRecord;
}

export type Item = Readonly<Record<string, unknown>>;

/** Tells what each commit changed, from the streams that every table has here. */
export class ChangeFeed {
  readonly #database: MemoryDatabase;
  readonly #read = new Map<string, string>();

  constructor(database: MemoryDatabase) {
    this.#database = database;
  }

  /** What was written since the last time it was asked. */
  news(): readonly Change[] {
    return STREAMED.flatMap(({ name }) => {
      const records = this.#database.streamRecords(name, this.#read.get(name));
      const last = records.at(-1);
      if (last) this.#read.set(name, last.dynamodb.SequenceNumber);
      return records.map((record) => changeOf(name, record));
    });
  }
}

function changeOf(table: string, record: StreamRecord): Change {
  const { OldImage, NewImage } = record.dynamodb;
  return { table, record, ...(OldImage ? { before: plain(OldImage) } : {}), ...(NewImage ? { after: plain(NewImage) } : {}) };
}

const plain = (image: Readonly<Record<string, unknown>>): Item =>
  Object.fromEntries(Object.entries(image).map(([name, value]) => [name, plainValue(value)]));

/** { S: 'a' } → 'a', { N: '1' } → 1, { L: [...] } → [...]. What our tables don't hold is not read. */
function plainValue(attribute: unknown): unknown {
  const [type, value] = Object.entries(attribute as Readonly<Record<string, unknown>>)[0] ?? [];
  switch (type) {
    case 'N':
      return Number(value);
    case 'L':
      return (value as readonly unknown[]).map(plainValue);
    case 'M':
      return plain(value as Readonly<Record<string, unknown>>);
    case 'NULL':
      return null;
    default:
      return value;
  }
}
