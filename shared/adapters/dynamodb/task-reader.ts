import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Task } from '../../domain/task.ts';
import type { Page, PageRequest } from '../../ports/page.ts';
import type { TaskReader } from '../../ports/task-reader.ts';
import { queryPage } from './query-all.ts';
import { openFor, readTask } from './task-items.ts';

export function taskReader(client: DynamoDBDocumentClient, table: string): TaskReader {
  const list = async (index: string, key: string, value: string, page: PageRequest): Promise<Page<Task>> => {
    const query = {
      TableName: table,
      IndexName: index,
      KeyConditionExpression: `${key} = :key`,
      ExpressionAttributeValues: { ':key': value },
    };
    const found = await queryPage(client, query, page);
    const items = found.items.map(readTask);
    return found.cursor ? { items, cursor: found.cursor } : { items };
  };
  return {
    async read(taskId) {
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: { taskId }, ConsistentRead: true }));
      return Item && readTask(Item);
    },
    openFor: (email, page) => list('byAssignee', 'openFor', openFor(email), page),
    ofPolicy: (policyNumber, page) => list('byPolicy', 'policyNumber', policyNumber, page),
  };
}
