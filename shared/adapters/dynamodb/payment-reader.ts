import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import type { PaymentReader } from '../../ports/payment-reader.ts';
import { indexList } from './index-list.ts';
import { readPayment, SUSPENSE } from './payment-items.ts';

export function paymentReader(client: DynamoDBDocumentClient, table: string): PaymentReader {
  const list = indexList(client, table, readPayment);
  return {
    async read(paymentId) {
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: { paymentId }, ConsistentRead: true }));
      return Item && readPayment(Item);
    },
    ofPolicy: (policyNumber, page) => list({ index: 'byPolicy', key: 'policyNumber', value: policyNumber }, page),
    inSuspense: (page) => list({ index: 'suspense', key: 'held', value: SUSPENSE }, page),
  };
}
