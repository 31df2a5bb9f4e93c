import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import type { TaskReader } from '../../ports/task-reader.ts';
import { indexList } from './index-list.ts';
import { openFor, readTask } from './task-items.ts';

export function taskReader(client: DynamoDBDocumentClient, table: string): TaskReader {
  const list = indexList(client, table, readTask);
  return {
    async read(taskId) {
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: { taskId }, ConsistentRead: true }));
      return Item && readTask(Item);
    },
    openFor: (email, page) => list({ index: 'byAssignee', key: 'openFor', value: openFor(email) }, page),
    ofPolicy: (policyNumber, page) => list({ index: 'byPolicy', key: 'policyNumber', value: policyNumber }, page),
  };
}
