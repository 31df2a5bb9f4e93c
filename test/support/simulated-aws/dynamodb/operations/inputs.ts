import type { PlaceholderInput } from '../expressions/placeholders.ts';
import type { Item } from '../values/attribute-value.ts';

/** The requests as they travel, reduced to what is simulated; names are those of the DynamoDB API. */
export type Reported = { readonly ReturnConsumedCapacity?: string };

type Conditional = PlaceholderInput & {
  readonly TableName: string;
  readonly ConditionExpression?: string;
  readonly ReturnValuesOnConditionCheckFailure?: string;
};

export type PutInput = Conditional & { readonly Item: Item };
export type UpdateInput = Conditional & { readonly Key: Item; readonly UpdateExpression?: string };
export type DeleteInput = Conditional & { readonly Key: Item };

export type Returning = Reported & { readonly ReturnValues?: string };
export type PutItemInput = PutInput & Returning;
export type UpdateItemInput = UpdateInput & Returning;
export type DeleteItemInput = DeleteInput & Returning;

export type GetInput = Pick<PlaceholderInput, 'ExpressionAttributeNames'> & {
  readonly TableName: string;
  readonly Key: Item;
  readonly ProjectionExpression?: string;
};
export type GetItemInput = GetInput & Reported & { readonly ConsistentRead?: boolean };

export type ScanInput = PlaceholderInput &
  Reported & {
    readonly TableName: string;
    readonly IndexName?: string;
    readonly FilterExpression?: string;
    readonly ProjectionExpression?: string;
    readonly Select?: string;
    readonly Limit?: number;
    readonly ExclusiveStartKey?: Item;
    readonly ConsistentRead?: boolean;
  };
export type QueryInput = ScanInput & { readonly KeyConditionExpression?: string; readonly ScanIndexForward?: boolean };

export type KeysInput = Pick<PlaceholderInput, 'ExpressionAttributeNames'> & {
  readonly Keys: readonly Item[];
  readonly ProjectionExpression?: string;
  readonly ConsistentRead?: boolean;
};
export type BatchGetItemInput = Reported & { readonly RequestItems: Readonly<Record<string, KeysInput>> };

export type WriteRequest = { readonly PutRequest?: { readonly Item: Item }; readonly DeleteRequest?: { readonly Key: Item } };
export type BatchWriteItemInput = Reported & { readonly RequestItems: Readonly<Record<string, readonly WriteRequest[]>> };

export type TransactWriteAction = {
  readonly Put?: PutInput;
  readonly Update?: UpdateInput;
  readonly Delete?: DeleteInput;
  readonly ConditionCheck?: DeleteInput;
};
export type TransactWriteItemsInput = Reported & {
  readonly TransactItems: readonly TransactWriteAction[];
  readonly ClientRequestToken?: string;
};
export type TransactGetItemsInput = Reported & { readonly TransactItems: readonly { readonly Get?: GetInput }[] };
