import { batchGetItem } from './batch-get-item.ts';
import { batchWriteItem } from './batch-write-item.ts';
import type { OperationContext } from './context.ts';
import { getItem } from './get-item.ts';
import { query } from './query.ts';
import { scan } from './scan.ts';
import { transactGetItems } from './transact-get-items.ts';
import { transactWriteItems } from './transact-write-items.ts';
import { deleteItem, putItem, updateItem } from './write-item.ts';

/** A decoded request. The SDK has built it by the service's own model, so its members have the model's types. */
type Input = Parameters<typeof getItem>[1] &
  Parameters<typeof putItem>[1] &
  Parameters<typeof query>[1] & { readonly RequestItems: never; readonly TransactItems: never };

export type Operation = {
  readonly run: (context: OperationContext, input: Input) => object;
  /** Parameters that are simulated; a request with any other is refused as such. */
  readonly parameters: ReadonlySet<string>;
};

const operation = (run: Operation['run'], ...parameters: readonly string[]): Operation => ({
  run,
  parameters: new Set([...parameters, 'ReturnConsumedCapacity']),
});

const condition = ['TableName', 'ConditionExpression', 'ReturnValuesOnConditionCheckFailure', 'ReturnValues'];
const placeholders = ['ExpressionAttributeNames', 'ExpressionAttributeValues'];
const reading = [
  'TableName',
  'IndexName',
  'FilterExpression',
  'ProjectionExpression',
  'Select',
  'Limit',
  'ExclusiveStartKey',
  'ConsistentRead',
];

export const operations: ReadonlyMap<string, Operation> = new Map([
  ['GetItem', operation(getItem, 'TableName', 'Key', 'ProjectionExpression', 'ConsistentRead', 'ExpressionAttributeNames')],
  ['PutItem', operation(putItem, 'Item', ...condition, ...placeholders)],
  ['UpdateItem', operation(updateItem, 'Key', 'UpdateExpression', ...condition, ...placeholders)],
  ['DeleteItem', operation(deleteItem, 'Key', ...condition, ...placeholders)],
  ['Query', operation(query, 'KeyConditionExpression', 'ScanIndexForward', ...reading, ...placeholders)],
  ['Scan', operation(scan, ...reading, ...placeholders)],
  ['BatchGetItem', operation(batchGetItem, 'RequestItems')],
  ['BatchWriteItem', operation(batchWriteItem, 'RequestItems')],
  ['TransactWriteItems', operation(transactWriteItems, 'TransactItems', 'ClientRequestToken')],
  ['TransactGetItems', operation(transactGetItems, 'TransactItems')],
]);
