import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { NoticeState } from '../../domain/notice.ts';
import type { IntentKey } from '../../ports/checkpoint-wake-ups.ts';
import type { NoticeEnd, NoticeStore, Sendable, StoredNotice } from '../../ports/notice-store.ts';
import type { Pace } from '../../ports/pace.ts';
import { batchGet } from './batch-get.ts';
import { CLIENT_RECORD, readClient } from './client-items.ts';
import { finishIntents } from './finish-intents.ts';
import { readNotice } from './notice-items.ts';
import { RECORDS, readAccount, readPolicy, readProgress } from './policy-items.ts';
import type { TableNames } from './table-names.ts';
import { type TransactItem, transact } from './transaction.ts';

type NoticeTables = Pick<TableNames, 'Notices' | 'Policies' | 'Clients' | 'Outbox'>;

export function noticeStore(client: DynamoDBDocumentClient, tables: NoticeTables, pace: Pace): NoticeStore {
  const committed = async (items: readonly TransactItem[]) => (await transact(client, items, pace)).outcome === 'committed';
  return {
    async read(noticeId, policyNumber, clientId) {
      const items = await batchGet(
        client,
        {
          [tables.Notices]: [{ noticeId }],
          [tables.Policies]: [RECORDS.policy, RECORDS.account, RECORDS.nextCheckpoint].map((record) => ({ policyNumber, record })),
          [tables.Clients]: [{ clientId, record: CLIENT_RECORD }],
        },
        pace,
      );
      const record = (name: string) => items[tables.Policies]?.find((item) => item['record'] === name);
      const [policy, account, progress] = [record(RECORDS.policy), record(RECORDS.account), record(RECORDS.nextCheckpoint)];
      const [notice, owner] = [items[tables.Notices]?.[0], items[tables.Clients]?.[0]];
      if (!policy || !account || !progress || !notice || !owner) return undefined;
      const { generation, tasks: openTasks = [] } = readProgress(progress);
      return {
        notice: readNotice(notice),
        policy: readPolicy(policy),
        account: readAccount(account),
        generation,
        openTasks,
        client: readClient(owner),
      };
    },

    claim: async (seen, leaseUntil) => ((await committed(claimItems(seen, leaseUntil, tables))) ? 'claimed' : 'changed'),

    finish: async (notice, end, intent) => ((await committed(finishItems(notice, end, intent, tables))) ? 'finished' : 'changed'),

    forget: (intent) => finishIntents(client, tables.Outbox, [intent]),

    async mark(notice, from, to) {
      try {
        await client.send(new UpdateCommand(changeState(notice, from, { state: to }, tables)));
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error; // somebody else ended it: nothing to mark
      }
    },
  };
}

/** The claim holds only while money, status and relief are as they were read: that is the re-check, exact to the moment of the claim. */
function claimItems({ notice, account, generation, policy }: Sendable, leaseUntil: number, tables: NoticeTables): readonly TransactItem[] {
  const { policyNumber } = policy;
  return [
    { Update: changeState(notice, 'PENDING', { state: 'CLAIMED', leaseUntil }, tables) },
    {
      ConditionCheck: {
        TableName: tables.Policies,
        Key: { policyNumber, record: RECORDS.account },
        ConditionExpression: 'moves = :moves AND #status = :status',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':moves': account.moves, ':status': account.status },
      },
    },
    {
      ConditionCheck: {
        TableName: tables.Policies,
        Key: { policyNumber, record: RECORDS.nextCheckpoint },
        ConditionExpression: 'generation = :generation',
        ExpressionAttributeValues: { ':generation': generation },
      },
    },
  ];
}

function finishItems(notice: StoredNotice, end: NoticeEnd, intent: IntentKey, tables: NoticeTables): readonly TransactItem[] {
  const { from, ...change } = end;
  return [{ Update: changeState(notice, from, change, tables) }, { Delete: { TableName: tables.Outbox, Key: { ...intent } } }];
}

/** Who changes a claim must be the one who holds it: the lease tells claims apart, so a sender that wakes late touches no later one. */
function changeState(
  { noticeId, leaseUntil: lease }: StoredNotice,
  from: NoticeState,
  change: Readonly<Record<string, string | number>>,
  tables: NoticeTables,
) {
  const names = Object.keys(change);
  const isClaim = from === 'CLAIMED';
  return {
    TableName: tables.Notices,
    Key: { noticeId },
    UpdateExpression: `SET ${names.map((name) => `#${name} = :${name}`).join(', ')}`,
    ConditionExpression: isClaim ? '#state = :from AND leaseUntil = :lease' : '#state = :from',
    ExpressionAttributeNames: Object.fromEntries([...new Set([...names, 'state'])].map((name) => [`#${name}`, name])),
    ExpressionAttributeValues: {
      ':from': from,
      ...(isClaim ? { ':lease': lease } : {}),
      ...Object.fromEntries(names.map((name) => [`:${name}`, change[name]])),
    },
  };
}
