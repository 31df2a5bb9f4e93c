import { type DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { ClientChange, ClientRegistry } from '../../ports/client-registry.ts';
import type { Pace } from '../../ports/pace.ts';
import type { Cursor } from '../../ports/page.ts';
import { batchGet } from './batch-get.ts';
import { moveBetweenCells } from './cell-items.ts';
import { CLIENT_RECORD, classRecordItem, clientItem, HISTORY, readClassRecord, readClient } from './client-items.ts';
import type { ModelWatch } from './model-store.ts';
import { intentItem } from './outbox-items.ts';
import { queryAll } from './query-all.ts';
import type { TableNames } from './table-names.ts';
import { type TransactItem, transact } from './transaction.ts';

export interface RegistryParts {
  readonly client: DynamoDBDocumentClient;
  readonly tables: Pick<TableNames, 'Clients' | 'Significance' | 'Outbox'>;
  readonly models: ModelWatch;
  readonly pace: Pace;
}

/** History records among them: they are read, and left out. */
const RECORDS_A_PAGE = 100;

export function clientRegistry({ client, tables, models, pace }: RegistryParts): ClientRegistry {
  const TableName = tables.Clients;
  return {
    async read(clientId) {
      const keys = { [TableName]: [{ clientId, record: CLIENT_RECORD }], [tables.Significance]: [models.newerKey()] };
      const items = await batchGet(client, keys, pace);
      await models.learn(items[tables.Significance]?.[0]);
      const found = items[TableName]?.[0];
      return found && readClient(found);
    },

    async write(change) {
      const written = await transact(client, changeItems(change, tables), pace);
      return written.outcome === 'committed' ? 'written' : 'changed';
    },

    async history(clientId) {
      const ofClass = {
        KeyConditionExpression: 'clientId = :clientId AND begins_with(#record, :history)',
        ExpressionAttributeNames: { '#record': 'record' },
        ExpressionAttributeValues: { ':clientId': clientId, ':history': HISTORY },
      };
      return (await queryAll(client, { TableName, ...ofClass, ConsistentRead: true })).map(readClassRecord);
    },

    async page(from) {
      const clients = {
        FilterExpression: '#record = :client',
        ExpressionAttributeNames: { '#record': 'record' },
        ExpressionAttributeValues: { ':client': CLIENT_RECORD },
      };
      const answer = await client.send(new ScanCommand({ TableName, ...clients, Limit: RECORDS_A_PAGE, ExclusiveStartKey: from }));
      const items = (answer.Items ?? []).map(readClient);
      return answer.LastEvaluatedKey ? { items, cursor: answer.LastEvaluatedKey as Cursor } : { items };
    },
  };
}

function changeItems({ seen, client, record, intents }: ClientChange, tables: RegistryParts['tables']): readonly TransactItem[] {
  const asSeen = {
    ConditionExpression: '#version = :seen',
    ExpressionAttributeNames: { '#version': 'version' },
    ExpressionAttributeValues: { ':seen': seen?.version },
  };
  const condition = seen ? asSeen : { ConditionExpression: 'attribute_not_exists(clientId)' };
  return [
    { Put: { TableName: tables.Clients, Item: clientItem(client), ...condition } },
    ...(record ? [{ Put: { TableName: tables.Clients, Item: classRecordItem(client, record) } }] : []),
    ...moveBetweenCells(tables.Significance, seen, client),
    ...intents.map((intent) => ({ Put: { TableName: tables.Outbox, Item: intentItem(intent) } })),
  ];
}
