import { jsonAnswer } from '../wire/answers.ts';
import type { AwsCall, WireAnswer } from '../wire/aws-call.ts';

/** A domain event that the bus has taken. */
export interface Published {
  readonly type: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

type BusCall = Extract<AwsCall, { service: 'dynamodb' | 'events' }>;

/** EventBridge as far as PutEvents goes. */
export class MemoryBus {
  readonly #onPublished: (published: Published) => void;

  constructor(onPublished: (published: Published) => void) {
    this.#onPublished = onPublished;
  }

  serve({ operation, input }: BusCall): WireAnswer {
    if (operation !== 'PutEvents') throw new Error(`${operation} is not simulated`);
    const { Entries } = input as { readonly Entries: readonly { readonly DetailType: string; readonly Detail: string }[] };
    for (const { DetailType, Detail } of Entries) this.#onPublished({ type: DetailType, detail: JSON.parse(Detail) });
    return jsonAnswer({ FailedEntryCount: 0, Entries: Entries.map((_, index) => ({ EventId: `event-${index}` })) });
  }
}

/** The bus's own way to fail: the call succeeds, the entry does not. */
export const refusedByBus = (): WireAnswer => jsonAnswer({ FailedEntryCount: 1, Entries: [{ ErrorCode: 'InternalFailure' }] });
