import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import type { ClientStore } from '../../ports/client-store.ts';
import { CLIENT_RECORD, readClient } from './client-items.ts';
import { indexList } from './index-list.ts';

export function clientStore(client: DynamoDBDocumentClient, table: string): ClientStore {
  const list = indexList(client, table, readClient);
  return {
    async read(clientId) {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: { clientId, record: CLIENT_RECORD }, ConsistentRead: true }),
      );
      return Item && readClient(Item);
    },

    ofClass: (significanceClass, page) => list({ index: 'byClass', key: 'class', value: significanceClass }, page),
  };
}
