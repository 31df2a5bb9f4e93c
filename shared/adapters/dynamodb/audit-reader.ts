import { type DynamoDBDocumentClient, ScanCommand, type ScanCommandInput } from '@aws-sdk/lib-dynamodb';
import type { AuditReader } from '../../ports/audit-reader.ts';
import type { Cursor, Page, PageRequest } from '../../ports/page.ts';
import { shardOfClient } from './cell-items.ts';
import { CLIENT_RECORD, readClient } from './client-items.ts';
import type { Item } from './item.ts';
import { readPayment } from './payment-items.ts';
import { RECORDS } from './policy-items.ts';
import type { TableNames } from './table-names.ts';

/** Scans, consistently: what an audit is for is what an index may not show. */
export function auditReader(client: DynamoDBDocumentClient, tables: Pick<TableNames, 'Policies' | 'Payments' | 'Clients'>): AuditReader {
  const scan = async (input: ScanCommandInput, page: PageRequest): Promise<Page<Item>> => {
    const answer = await client.send(
      new ScanCommand({ ...input, ConsistentRead: true, Limit: page.limit, ExclusiveStartKey: page.cursor }),
    );
    const items = answer.Items ?? [];
    return answer.LastEvaluatedKey ? { items, cursor: answer.LastEvaluatedKey as Cursor } : { items };
  };
  return {
    async policyNumbers(page) {
      const { items, ...rest } = await scan({ TableName: tables.Policies, ...only(RECORDS.account) }, page);
      return { items: items.map((item) => String(item['policyNumber'])), ...rest };
    },
    async payments(page) {
      const { items, ...rest } = await scan({ TableName: tables.Payments }, page);
      return { items: items.map(readPayment), ...rest };
    },
    async clients(page) {
      const { items, ...rest } = await scan({ TableName: tables.Clients, ...only(CLIENT_RECORD) }, page);
      return { items: items.map(readClient).map((c) => ({ ...c, shard: shardOfClient(c.clientId) })), ...rest };
    },
  };
}

/** Of items that have several records to a key. */
const only = (record: string) => ({
  FilterExpression: '#r = :record',
  ExpressionAttributeNames: { '#r': 'record' },
  ExpressionAttributeValues: { ':record': record },
});
