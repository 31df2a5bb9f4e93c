import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import type { StoredPayment } from '../../domain/payment.ts';
import type { Page, PageRequest } from '../../ports/page.ts';
import type { PaymentReader } from '../../ports/payment-reader.ts';
import { readPayment, SUSPENSE } from './payment-items.ts';
import { queryPage } from './query-all.ts';

export function paymentReader(client: DynamoDBDocumentClient, table: string): PaymentReader {
  const list = async (index: string, key: string, value: string, page: PageRequest): Promise<Page<StoredPayment>> => {
    const query = {
      TableName: table,
      IndexName: index,
      KeyConditionExpression: `${key} = :key`,
      ExpressionAttributeValues: { ':key': value },
    };
    const found = await queryPage(client, query, page);
    const items = found.items.map(readPayment);
    return found.cursor ? { items, cursor: found.cursor } : { items };
  };
  return {
    async read(paymentId) {
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: { paymentId }, ConsistentRead: true }));
      return Item && readPayment(Item);
    },
    ofPolicy: (policyNumber, page) => list('byPolicy', 'policyNumber', policyNumber, page),
    inSuspense: (page) => list('suspense', 'held', SUSPENSE, page),
  };
}
