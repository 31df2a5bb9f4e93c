import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { JournalRecord } from '../../ports/journal.ts';
import type { TimelineReader } from '../../ports/timeline-reader.ts';
import { readNotice } from './notice-items.ts';
import { queryAll } from './query-all.ts';
import type { TableNames } from './table-names.ts';

export function timelineReader(client: DynamoDBDocumentClient, tables: Pick<TableNames, 'Journal' | 'Notices'>): TimelineReader {
  const ofPolicy = (policyNumber: string) => ({
    KeyConditionExpression: 'policyNumber = :policyNumber',
    ExpressionAttributeValues: { ':policyNumber': policyNumber },
  });
  return {
    async journal(policyNumber) {
      return (await queryAll(client, { TableName: tables.Journal, ...ofPolicy(policyNumber) })) as unknown as readonly JournalRecord[];
    },
    async notices(policyNumber) {
      return (await queryAll(client, { TableName: tables.Notices, IndexName: 'byPolicy', ...ofPolicy(policyNumber) })).map(readNotice);
    },
  };
}
