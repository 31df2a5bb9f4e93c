import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { isOpen, type Policy } from '../../domain/policy.ts';
import type { IntentKey } from '../../ports/checkpoint-wake-ups.ts';
import type { Commitment, Controlled, ControlStore } from '../../ports/control-store.ts';
import type { Pace } from '../../ports/pace.ts';
import { batchGet } from './batch-get.ts';
import { CLIENT_RECORD, readClient } from './client-items.ts';
import { finishIntents } from './finish-intents.ts';
import type { ModelWatch } from './model-store.ts';
import { noticeItem, readNotice } from './notice-items.ts';
import { intentItem } from './outbox-items.ts';
import { progressItem, RECORDS, readAccount, readOldestDueOn, readPolicy, readProgress } from './policy-items.ts';
import type { TableNames } from './table-names.ts';
import { readTask } from './task-items.ts';
import { taskWrite } from './task-writes.ts';
import { type TransactItem, transact } from './transaction.ts';
import { readWhole } from './whole-policies.ts';

type ControlTables = Pick<TableNames, 'Policies' | 'Clients' | 'Notices' | 'Journal' | 'Outbox' | 'Tasks' | 'Significance'>;

export interface ControlParts {
  readonly client: DynamoDBDocumentClient;
  readonly tables: ControlTables;
  readonly models: ModelWatch;
  readonly pace: Pace;
}

export function controlStore({ client, tables, models, pace }: ControlParts): ControlStore {
  return {
    /** Whether there is a newer significance model is asked in the same request, so that conditions are never outdated. */
    async read(policyNumber, clientId): Promise<Controlled | undefined> {
      const items = await readWhole(
        client,
        {
          [tables.Policies]: [RECORDS.policy, RECORDS.account, RECORDS.nextCheckpoint].map((record) => ({ policyNumber, record })),
          [tables.Clients]: [{ clientId, record: CLIENT_RECORD }],
          [tables.Significance]: [models.newerKey()],
        },
        { table: tables.Policies, pace },
      );
      await models.learn(items[tables.Significance]?.[0]);
      const record = (name: string) => items[tables.Policies]?.find((item) => item['record'] === name);
      const [policy, account, progress, owner] = [
        record(RECORDS.policy),
        record(RECORDS.account),
        record(RECORDS.nextCheckpoint),
        items[tables.Clients]?.[0],
      ];
      if (!policy || !account || !progress || !owner) return undefined;
      return {
        policy: readPolicy(policy),
        account: readAccount(account),
        progress: readProgress(progress),
        client: readClient(owner),
        ...readOldestDueOn(progress),
      };
    },

    async notices(noticeIds) {
      const items = await batchGet(client, { [tables.Notices]: noticeIds.map((noticeId) => ({ noticeId })) }, pace);
      return (items[tables.Notices] ?? []).map(readNotice);
    },

    async tasks(taskIds) {
      const items = await batchGet(client, { [tables.Tasks]: taskIds.map((taskId) => ({ taskId })) }, pace);
      return (items[tables.Tasks] ?? []).map(readTask);
    },

    async commit(commitment) {
      const written = await transact(client, [...guards(commitment, tables), ...effects(commitment, tables)], pace);
      return written.outcome === 'committed' ? 'committed' : 'changed';
    },

    finish: (done: readonly IntentKey[]) => finishIntents(client, tables.Outbox, done),
  };
}

/** The decision stands only on what it saw: the same generation, and the same money. */
function guards(commitment: Commitment, tables: ControlTables): readonly TransactItem[] {
  const { seen, decision, progress, policy: changed } = commitment;
  const policy = changed ? { ...changed, changedIn: progress.generation } : seen.policy;
  const sameGeneration = {
    TableName: tables.Policies,
    Item: progressItem({ policy, progress, oldestDueOn: decision.oldestDueOn }),
    ConditionExpression: 'generation = :generation',
    ExpressionAttributeValues: { ':generation': seen.progress.generation },
  };
  return [{ Put: sameGeneration }, onAccount(commitment, tables)];
}

/** Beside the counters stand the status, and how many installments a payment may name. */
function onAccount({ seen, decision, policy = seen.policy }: Commitment, tables: ControlTables): TransactItem {
  const sameMoney = {
    TableName: tables.Policies,
    Key: { policyNumber: seen.policy.policyNumber, record: RECORDS.account },
    ConditionExpression: 'moves = :moves AND #status = :seen',
    ExpressionAttributeNames: { '#status': 'status' },
  };
  const values = { ':moves': seen.account.moves, ':seen': seen.account.status };
  const count = policy.installments.length;
  if (decision.status === seen.account.status && count === seen.policy.installments.length)
    return { ConditionCheck: { ...sameMoney, ExpressionAttributeValues: values } };
  const ended = !isOpen(decision.status);
  return {
    Update: {
      ...sameMoney,
      UpdateExpression: `SET #status = :status, installments = :count${ended ? ', closedOn = :today' : ' REMOVE closedOn'}`,
      ExpressionAttributeValues: { ...values, ':status': decision.status, ':count': count, ...(ended && { ':today': decision.today }) },
    },
  };
}

/** What relief and migration change of a policy's facts; its generation guards them. */
const onPolicy = (
  { policyNumber, relief, requests = [], installments, regulation, participants }: Policy,
  changedIn: number,
  tables: ControlTables,
): TransactItem => ({
  Update: {
    TableName: tables.Policies,
    Key: { policyNumber, record: RECORDS.policy },
    UpdateExpression:
      'SET relief = :relief, requests = :requests, installments = :installments, regulation = :regulation, participants = :participants, ' +
      'changedIn = :changedIn',
    ConditionExpression: 'attribute_exists(policyNumber)',
    ExpressionAttributeValues: {
      ':relief': relief,
      ':requests': requests,
      ':installments': installments,
      ':regulation': regulation,
      ':participants': participants,
      ':changedIn': changedIn,
    },
  },
});

function effects({ policy, progress, journal, notices, intents, tasks, done }: Commitment, tables: ControlTables): readonly TransactItem[] {
  const appended = 'attribute_not_exists(policyNumber)';
  return [
    ...(policy ? [onPolicy(policy, progress.generation, tables)] : []),
    ...tasks.map((change) => taskWrite(change, tables.Tasks)),
    ...journal.map((record) => ({ Put: { TableName: tables.Journal, Item: { ...record }, ConditionExpression: appended } })),
    ...notices.map((notice) => ({ Put: { TableName: tables.Notices, Item: noticeItem({ ...notice, state: 'PENDING' }) } })),
    ...intents.map((intent) => ({ Put: { TableName: tables.Outbox, Item: intentItem(intent) } })),
    ...done.map((key) => ({ Delete: { TableName: tables.Outbox, Key: { ...key } } })),
  ];
}
