import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Pace } from '../../ports/pace.ts';
import type { Item } from './item.ts';

export type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** Why an action of a refused transaction was refused: by its condition (with the old item, where asked for), or not. */
export interface Refusal {
  readonly refused: boolean;
  readonly old?: Item;
}

export type TransactionOutcome = { readonly outcome: 'committed' } | { readonly outcome: 'refused'; readonly reasons: readonly Refusal[] };

/** Under contention on one item each attempt may lose to another writer; 60 writers at once need about 8. */
const MOST_ATTEMPTS = 14;
const LONGEST_PAUSE_MS = 400;

/**
 * Writes all or nothing. Retries conflicts with other transactions, with full jitter, since the JS SDK does not.
 * An answer that got lost is retried by the SDK under the same ClientRequestToken (good for 10 minutes), so it counts once.
 * @throws whatever else went wrong: then nobody knows, and the caller's own retry finds out by its conditions.
 */
export async function transact(client: DynamoDBDocumentClient, items: readonly TransactItem[], pace: Pace): Promise<TransactionOutcome> {
  for (let attempt = 1; ; attempt++) {
    try {
      await client.send(new TransactWriteCommand({ TransactItems: [...items] }));
      return { outcome: 'committed' };
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const reasons = error.CancellationReasons ?? [];
      if (reasons.some((r) => r.Code === 'ConditionalCheckFailed')) return { outcome: 'refused', reasons: reasons.map(asRefusal) };
      const conflict = reasons.some(
        (r) => r.Code === 'TransactionConflict' || r.Code === 'ThrottlingError' || r.Code === 'ProvisionedThroughputExceeded',
      );
      if (!conflict || attempt === MOST_ATTEMPTS) throw error;
      await pace.sleep(pace.random() * Math.min(LONGEST_PAUSE_MS, 10 * 2 ** attempt));
    }
  }
}

function asRefusal(reason: NonNullable<TransactionCanceledException['CancellationReasons']>[number]): Refusal {
  const refused = reason.Code === 'ConditionalCheckFailed';
  return reason.Item ? { refused, old: unmarshall(reason.Item) } : { refused };
}
