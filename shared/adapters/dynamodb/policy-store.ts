import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Pace } from '../../ports/pace.ts';
import type { Opening, OpeningOutcome, PolicyStore } from '../../ports/policy-store.ts';
import { CLIENT_RECORD } from './client-items.ts';
import type { Item } from './item.ts';
import { readHead } from './policy-head.ts';
import { accountItem, policyItem, progressItem } from './policy-items.ts';
import { policiesOfClient, policiesOwingSince } from './policy-lists.ts';
import { indexNumber } from './policy-number-index.ts';
import { readRegulation } from './regulation-items.ts';
import type { TableNames } from './table-names.ts';
import { type TransactItem, transact } from './transaction.ts';

type PolicyTables = Pick<TableNames, 'Policies' | 'Clients' | 'Journal' | 'Regulations'>;

export function policyStore(client: DynamoDBDocumentClient, tables: PolicyTables, pace: Pace): PolicyStore {
  return {
    async open(opening) {
      const written = await transact(client, openingItems(opening, tables), pace);
      return written.outcome === 'committed'
        ? { outcome: 'opened' }
        : whyNot(written.reasons.map((r) => (r.refused ? (r.old ?? {}) : undefined)));
    },

    async read(policyNumber) {
      const answer = await client.send(new QueryCommand({ TableName: tables.Policies, ...headOf(policyNumber), ConsistentRead: true }));
      return readHead(answer.Items ?? []);
    },

    ofClient: (clientId, page) => policiesOfClient(client, { table: tables.Policies, pace }, clientId, page),
    owingSince: (day, page) => policiesOwingSince(client, { table: tables.Policies, pace }, day, page),
  };
}

const headOf = (policyNumber: string) => ({
  KeyConditionExpression: 'policyNumber = :policyNumber',
  ExpressionAttributeValues: { ':policyNumber': policyNumber },
});

/** The order matters: `whyNot` reads the reasons by position. */
function openingItems({ policy, progress, opened, fingerprint, oldestDueOn }: Opening, tables: PolicyTables): readonly TransactItem[] {
  const { regulationId, version } = policy.regulation;
  const isNew = 'attribute_not_exists(policyNumber)';
  return [
    {
      Put: {
        TableName: tables.Policies,
        Item: policyItem({ ...policy, fingerprint }),
        ConditionExpression: isNew,
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      },
    },
    {
      ConditionCheck: {
        TableName: tables.Clients,
        Key: { clientId: policy.clientId, record: CLIENT_RECORD },
        ConditionExpression: 'attribute_exists(clientId)',
      },
    },
    {
      ConditionCheck: {
        TableName: tables.Regulations,
        Key: { regulationId, version: version + 1 },
        ConditionExpression: 'attribute_not_exists(regulationId)', // the version chosen is the latest
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      },
    },
    { Put: { TableName: tables.Policies, Item: accountItem(policy) } },
    { Put: { TableName: tables.Policies, Item: progressItem({ policy, progress, oldestDueOn }) } },
    { Put: { TableName: tables.Journal, Item: { ...opened } } },
    indexNumber(policy.policyNumber, tables.Policies), // so that bank statements find it by what payers write
  ];
}

function whyNot([onPolicy, onClient, onRegulation]: readonly (Item | undefined)[]): OpeningOutcome {
  if (onPolicy) return { outcome: 'exists', fingerprint: String(onPolicy['fingerprint']) };
  if (onClient) return { outcome: 'unknownClient' };
  if (onRegulation) return { outcome: 'newerRegulation', regulation: readRegulation(onRegulation) };
  throw new Error('a transaction was refused by a condition it does not have');
}
