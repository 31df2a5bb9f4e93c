import type { TaskWrite } from '../../ports/control-store.ts';
import type { Item } from './item.ts';
import { openFor, taskItem } from './task-items.ts';
import type { TransactItem } from './transaction.ts';

/** A task ends once: each change holds only while it is open, and an ended one leaves the index of its assignee. */
export function taskWrite(change: TaskWrite, table: string): TransactItem {
  switch (change.write) {
    case 'open':
      return { Put: { TableName: table, Item: taskItem(change.task), ConditionExpression: 'attribute_not_exists(taskId)' } };
    case 'result':
      return update(table, change.taskId, { status: 'done', result: change.result }, ['openFor']);
    case 'close':
      return update(table, change.taskId, { status: 'cancelled', closed: { reason: change.reason, at: change.at } }, ['openFor']);
    case 'handOn':
      return update(table, change.taskId, { assignee: change.to, openFor: openFor(change.to.email), escalatedAt: change.at }, [
        'accountable',
      ]);
  }
}

function update(table: string, taskId: string, set: Item, remove: readonly string[]): TransactItem {
  const names = Object.keys(set);
  return {
    Update: {
      TableName: table,
      Key: { taskId },
      UpdateExpression: `SET ${names.map((name) => `#${name} = :${name}`).join(', ')} REMOVE ${remove.join(', ')}`,
      ConditionExpression: '#status = :open',
      ExpressionAttributeNames: Object.fromEntries([...new Set([...names, 'status'])].map((name) => [`#${name}`, name])),
      ExpressionAttributeValues: { ':open': 'open', ...Object.fromEntries(names.map((name) => [`:${name}`, set[name]])) },
    },
  };
}
