import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { noticeKey } from '../../domain/notice-key.ts';
import type { Advance, DeliveryStore } from '../../ports/delivery-store.ts';
import type { StoredNotice } from '../../ports/notice-store.ts';
import type { Pace } from '../../ports/pace.ts';
import { finishIntents } from './finish-intents.ts';
import { readNotice } from './notice-items.ts';
import { intentItem } from './outbox-items.ts';
import type { TableNames } from './table-names.ts';
import { transact } from './transaction.ts';

export function deliveryStore(client: DynamoDBDocumentClient, tables: Pick<TableNames, 'Notices' | 'Outbox'>, pace: Pace): DeliveryStore {
  return {
    async read(noticeId) {
      const { Item } = await client.send(new GetCommand({ TableName: tables.Notices, Key: { noticeId }, ConsistentRead: true }));
      return Item && readNotice(Item);
    },

    async advance({ noticeId, from, to, at, messageId }) {
      const before = await advanceState(client, tables.Notices, { noticeId, from, to, at, messageId });
      if (before && before.state !== 'SENT') await finishIntents(client, tables.Outbox, [noticeKey(before)]); // a crash here: the watchdog ends it
      return before;
    },

    async record({ notice, to, at, messageId, reason, intents }) {
      const { noticeId, state } = notice;
      const written = await transact(
        client,
        [
          {
            Update: {
              TableName: tables.Notices,
              Key: { noticeId },
              UpdateExpression: `SET ${REPORTED}${reason === undefined ? '' : ', reason = :reason'}`,
              ConditionExpression: '#state = :seen',
              ExpressionAttributeNames: NAMES,
              ExpressionAttributeValues: {
                ':to': to,
                ':at': at,
                ':messageId': messageId,
                ':seen': state,
                ...(reason === undefined ? {} : { ':reason': reason }),
              },
            },
          },
          { Delete: { TableName: tables.Outbox, Key: noticeKey(notice) } },
          ...intents.map((intent) => ({ Put: { TableName: tables.Outbox, Item: intentItem(intent) } })),
        ],
        pace,
      );
      return written.outcome === 'committed' ? 'recorded' : 'changed';
    },
  };
}

/** When it left us is the first we hear of it: the sender knew, unless it died or got no answer. */
const REPORTED = '#state = :to, reportedAt = :at, messageId = :messageId, #at = if_not_exists(#at, :at)';
const NAMES = { '#state': 'state', '#at': 'at' };

async function advanceState(
  client: DynamoDBDocumentClient,
  table: string,
  { noticeId, from, to, at, messageId }: Advance,
): Promise<StoredNotice | undefined> {
  const states = Object.fromEntries(from.map((state, index) => [`:from${index}`, state]));
  try {
    const { Attributes } = await client.send(
      new UpdateCommand({
        TableName: table,
        Key: { noticeId },
        UpdateExpression: `SET ${REPORTED}`,
        ConditionExpression: `#state IN (${Object.keys(states).join(', ')})`,
        ExpressionAttributeNames: NAMES,
        ExpressionAttributeValues: { ...states, ':to': to, ':at': at, ':messageId': messageId },
        ReturnValues: 'ALL_OLD',
      }),
    );
    return Attributes && readNotice(Attributes);
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return undefined; // it is further already, or none of ours
    throw error;
  }
}
