import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { bucketOf } from '../../domain/bucket.ts';
import type { NoticeState } from '../../domain/notice.ts';
import type { EndedNotice, NoticeEnd, NoticeStore, Sendable, StoredNotice } from '../../ports/notice-store.ts';
import type { Intent } from '../../ports/outbox.ts';
import type { Pace } from '../../ports/pace.ts';
import { CLIENT_RECORD, readClient } from './client-items.ts';
import { finishIntents } from './finish-intents.ts';
import type { Item } from './item.ts';
import { readNotice } from './notice-items.ts';
import { intentItem } from './outbox-items.ts';
import { RECORDS, readAccount, readPolicy, readProgress } from './policy-items.ts';
import type { TableNames } from './table-names.ts';
import { type TransactItem, transact } from './transaction.ts';
import { readWhole } from './whole-policies.ts';

type NoticeTables = Pick<TableNames, 'Notices' | 'Policies' | 'Clients' | 'Outbox'>;

export function noticeStore(client: DynamoDBDocumentClient, tables: NoticeTables, pace: Pace): NoticeStore {
  const committed = async (items: readonly TransactItem[]) => (await transact(client, items, pace)).outcome === 'committed';
  return {
    async read(clientId, notices) {
      const policies = [...new Set(notices.map(({ policyNumber }) => policyNumber))];
      const items = await readWhole(
        client,
        {
          [tables.Notices]: notices.map(({ noticeId }) => ({ noticeId })),
          [tables.Policies]: policies.flatMap((policyNumber) =>
            [RECORDS.policy, RECORDS.account, RECORDS.nextCheckpoint].map((record) => ({ policyNumber, record })),
          ),
          [tables.Clients]: [{ clientId, record: CLIENT_RECORD }],
        },
        { table: tables.Policies, pace },
      );
      const records = items[tables.Policies] ?? [];
      const [owner] = items[tables.Clients] ?? [];
      return (items[tables.Notices] ?? []).flatMap((notice) => sendableOf(readNotice(notice), records, owner) ?? []);
    },

    claim: async (seen, leaseUntil) => ((await committed(claimItems(seen, leaseUntil, tables))) ? 'claimed' : 'changed'),

    finish: async (ended) => ((await committed(ended.flatMap((e) => finishItems(e, tables)))) ? 'finished' : 'changed'),

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

function sendableOf(notice: StoredNotice, records: readonly Item[], owner: Item | undefined): Sendable | undefined {
  const record = (name: string) => records.find((item) => item['policyNumber'] === notice.policyNumber && item['record'] === name);
  const [policy, account, progress] = [record(RECORDS.policy), record(RECORDS.account), record(RECORDS.nextCheckpoint)];
  if (!policy || !account || !progress || !owner) return undefined;
  const { generation, tasks: openTasks = [] } = readProgress(progress);
  return { notice, policy: readPolicy(policy), account: readAccount(account), generation, openTasks, client: readClient(owner) };
}

/**
 * The claim holds only while money, status and relief are as they were read: that is the re-check, exact to the moment of the claim.
 * A transaction takes no item twice, so a policy is checked once, however many of the notices are about it.
 */
function claimItems(seen: readonly Sendable[], leaseUntil: number, tables: NoticeTables): readonly TransactItem[] {
  const policies = new Map(seen.map((one) => [one.policy.policyNumber, one]));
  return [
    ...seen.map(({ notice }) => ({ Update: changeState(notice, 'PENDING', { state: 'CLAIMED', leaseUntil }, tables) })),
    ...[...policies.values()].flatMap((one) => unchanged(one, tables)),
  ];
}

const unchanged = ({ policy: { policyNumber }, account, generation }: Sendable, tables: NoticeTables): readonly TransactItem[] => [
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

function finishItems({ notice, end, intent }: EndedNotice, tables: NoticeTables): readonly TransactItem[] {
  const { from, ...change } = end;
  return [
    { Update: changeState(notice, from, change, tables) },
    { Delete: { TableName: tables.Outbox, Key: { ...intent } } },
    ...(isLost(notice, end) ? [{ Put: { TableName: tables.Outbox, Item: intentItem(wakeFor(notice, end.at)) } }] : []),
  ];
}

/** A warning that will not go out: control looks again now, and not when what depends on it has its time. */
const isLost = ({ kind, audience }: StoredNotice, { state }: NoticeEnd): boolean =>
  state !== 'SENT' && kind === 'notice' && audience === 'policyholder';

const wakeFor = ({ policyNumber, clientId, noticeId }: StoredNotice, at: string): Intent => ({
  bucket: bucketOf(policyNumber),
  intent: `${at}#${noticeId}-wake`, // an instant may be that of the notice's own intent
  policyNumber,
  clientId,
  kind: 'wake',
});

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
