import type { Item } from '../values/attribute-value.ts';
import { equalItems } from '../values/compare-values.ts';
import { sizeOfItem } from '../values/item-size.ts';

/** One record of a NEW_AND_OLD_IMAGES stream, in the shape in which Lambda receives it. */
export type StreamRecord = {
  readonly eventID: string;
  readonly eventName: 'INSERT' | 'MODIFY' | 'REMOVE';
  readonly eventVersion: '1.1';
  readonly eventSource: 'aws:dynamodb';
  readonly eventSourceARN: string;
  readonly dynamodb: {
    readonly ApproximateCreationDateTime: number;
    readonly Keys: Item;
    readonly NewImage?: Item;
    readonly OldImage?: Item;
    readonly SequenceNumber: string;
    readonly SizeBytes: number;
    readonly StreamViewType: 'NEW_AND_OLD_IMAGES';
  };
};

export type ItemChange = { readonly key: Item; readonly before: Item | undefined; readonly after: Item | undefined };

/** AWS sequence numbers have 21 to 40 digits; of equal length they sort as text. */
const SEQUENCE_DIGITS = 21;

/** Append-only. A write that changes nothing leaves no record, as in DynamoDB. */
export class StreamLog {
  readonly #tableName: string;
  readonly #records: StreamRecord[];

  constructor(tableName: string, records: readonly StreamRecord[] = []) {
    this.#tableName = tableName;
    this.#records = [...records];
  }

  copy(): StreamLog {
    return new StreamLog(this.#tableName, this.#records);
  }

  append({ key, before, after }: ItemChange, atMs: number): void {
    if (before === undefined ? after === undefined : after !== undefined && equalItems(before, after)) return;
    const sequence = String(this.#records.length + 1).padStart(SEQUENCE_DIGITS, '0');
    this.#records.push({
      eventID: `${this.#tableName}-${sequence}`,
      eventName: eventName(before, after),
      eventVersion: '1.1',
      eventSource: 'aws:dynamodb',
      eventSourceARN: `arn:aws:dynamodb:eu-central-1:000000000000:table/${this.#tableName}/stream/simulated`,
      dynamodb: {
        ApproximateCreationDateTime: Math.floor(atMs / 1000),
        Keys: key,
        ...(after && { NewImage: after }),
        ...(before && { OldImage: before }),
        SequenceNumber: sequence,
        SizeBytes: [key, before ?? {}, after ?? {}].map(sizeOfItem).reduce((sum, bytes) => sum + bytes, 0),
        StreamViewType: 'NEW_AND_OLD_IMAGES',
      },
    });
  }

  /** In the order of their writes; without a sequence number from the beginning. */
  after(sequence: string | undefined): readonly StreamRecord[] {
    return sequence === undefined ? [...this.#records] : this.#records.slice(Number(sequence));
  }
}

const eventName = (before: Item | undefined, after: Item | undefined): StreamRecord['eventName'] => {
  if (before === undefined) return 'INSERT';
  return after === undefined ? 'REMOVE' : 'MODIFY';
};
