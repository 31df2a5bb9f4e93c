import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import type { ClientStore } from '../../ports/client-store.ts';
import { CLIENT_RECORD, readClient } from './client-items.ts';
import { queryPage } from './query-all.ts';

export function clientStore(client: DynamoDBDocumentClient, table: string): ClientStore {
  return {
    async read(clientId) {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: { clientId, record: CLIENT_RECORD }, ConsistentRead: true }),
      );
      return Item && readClient(Item);
    },

    async ofClass(significanceClass, page) {
      const byClass = {
        KeyConditionExpression: '#class = :class',
        ExpressionAttributeNames: { '#class': 'class' },
        ExpressionAttributeValues: { ':class': significanceClass },
      };
      const found = await queryPage(client, { TableName: table, IndexName: 'byClass', ...byClass }, page);
      const items = found.items.map(readClient);
      return found.cursor ? { items, cursor: found.cursor } : { items };
    },
  };
}
