import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { ClientStore } from '../../ports/client-store.ts';
import { CLIENT_RECORD, clientItem, readClient } from './client-items.ts';
import { queryPage } from './query-all.ts';

export function clientStore(client: DynamoDBDocumentClient, table: string): ClientStore {
  const keyOf = (clientId: string) => ({ clientId, record: CLIENT_RECORD });
  return {
    /** An update of the facts alone: the class that was assigned meanwhile stays. */
    async put(facts) {
      const { clientId, record: _record, significance: _significance, class: _class, ...rest } = clientItem(facts);
      const names = Object.keys(rest);
      const { Attributes } = await client.send(
        new UpdateCommand({
          TableName: table,
          Key: keyOf(String(clientId)),
          UpdateExpression: `SET ${names.map((name) => `#${name} = :${name}`).join(', ')}`,
          ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
          ExpressionAttributeValues: Object.fromEntries(names.map((name) => [`:${name}`, rest[name]])),
          ReturnValues: 'ALL_OLD',
        }),
      );
      return Attributes ? 'updated' : 'created';
    },

    async read(clientId) {
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: keyOf(clientId), ConsistentRead: true }));
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
