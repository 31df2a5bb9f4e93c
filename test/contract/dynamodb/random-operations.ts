import {
  BatchGetCommand,
  BatchWriteCommand,
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactGetCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import * as fc from 'fast-check';
import { attributes, condition, type Document, itemIn, key, keyIn, small, updates, used } from './random-items.ts';

type Send = (client: DynamoDBDocumentClient) => Promise<object>;

/** One random request. `in(space)` gives it keys of its own run, so that runs do not meet in one database. */
export type Operation = { readonly text: string; in(space: { readonly table: string; readonly prefix: string }): Send };

const reporting = { ReturnConsumedCapacity: 'INDEXES', ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } as const;
const operation = (text: string, send: (space: { readonly table: string; readonly prefix: string }) => Send): Operation => ({
  text,
  in: send,
});

const put = fc.record({ key, attributes, condition }).map((args) =>
  operation(
    `put ${JSON.stringify(args)}`,
    ({ table, prefix }) =>
      (client) =>
        client.send(
          new PutCommand({
            TableName: table,
            Item: itemIn(prefix, args.key, args.attributes),
            ConditionExpression: args.condition,
            ExpressionAttributeValues: used(prefix, args.condition),
            ReturnValues: 'ALL_OLD',
            ...reporting,
          }),
        ),
  ),
);

const update = fc.record({ key, condition, update: fc.constantFrom(...updates) }).map((args) =>
  operation(
    `update ${JSON.stringify(args)}`,
    ({ table, prefix }) =>
      (client) =>
        client.send(
          new UpdateCommand({
            TableName: table,
            Key: keyIn(prefix, args.key),
            UpdateExpression: args.update,
            ConditionExpression: args.condition,
            ExpressionAttributeValues: used(prefix, args.update, args.condition),
            ReturnValues: 'ALL_NEW',
            ...reporting,
          }),
        ),
  ),
);

const remove = fc.record({ key, condition }).map((args) =>
  operation(
    `delete ${JSON.stringify(args)}`,
    ({ table, prefix }) =>
      (client) =>
        client.send(
          new DeleteCommand({
            TableName: table,
            Key: keyIn(prefix, args.key),
            ConditionExpression: args.condition,
            ExpressionAttributeValues: used(prefix, args.condition),
            ReturnValues: 'ALL_OLD',
            ...reporting,
          }),
        ),
  ),
);

const get = key.map((args) =>
  operation(
    `get ${JSON.stringify(args)}`,
    ({ table, prefix }) =>
      (client) =>
        client.send(
          new GetCommand({
            TableName: table,
            Key: keyIn(prefix, args),
            ProjectionExpression: 'sk, n, m.deep[0], tags',
            ReturnConsumedCapacity: 'TOTAL',
          }),
        ),
  ),
);

const indexNames = [undefined, 'byTeam', 'keysOnly', 'included'] as const;

const query = fc
  .record({
    index: fc.constantFrom(...indexNames),
    value: small,
    limit: fc.integer({ min: 1, max: 4 }),
    forward: fc.boolean(),
    after: fc.boolean(),
  })
  .map((args) =>
    operation(`query ${JSON.stringify(args)}`, ({ table, prefix }) => async (client) => {
      const page = (ExclusiveStartKey?: Document) =>
        client.send(
          new QueryCommand({
            TableName: table,
            IndexName: args.index,
            KeyConditionExpression: args.index === undefined ? 'pk = :v' : 'team = :v',
            ExpressionAttributeValues: { ':v': `${prefix}${args.index === undefined ? 'p' : 't'}${args.value}` },
            Limit: args.limit,
            ScanIndexForward: args.forward,
            ExclusiveStartKey,
            ReturnConsumedCapacity: 'INDEXES',
          }),
        );
      const first = await page();
      return args.after && first.LastEvaluatedKey !== undefined ? page(first.LastEvaluatedKey) : first;
    }),
  );

const distinctKeys = fc.uniqueArray(key, { minLength: 1, maxLength: 3, selector: ({ pk, sk }) => `${pk}/${sk}` });

const batchWrite = fc.record({ keys: distinctKeys, attributes, puts: fc.boolean() }).map((args) =>
  operation(`batch write ${JSON.stringify(args)}`, ({ table, prefix }) => (client) => {
    const writes = args.keys.map((each) =>
      args.puts ? { PutRequest: { Item: itemIn(prefix, each, args.attributes) } } : { DeleteRequest: { Key: keyIn(prefix, each) } },
    );
    return client.send(new BatchWriteCommand({ RequestItems: { [table]: writes }, ReturnConsumedCapacity: 'INDEXES' }));
  }),
);

const batchGet = distinctKeys.map((keys) =>
  operation(`batch get ${JSON.stringify(keys)}`, ({ table, prefix }) => async (client) => {
    const Keys = keys.map((each) => keyIn(prefix, each));
    const answer = await client.send(new BatchGetCommand({ RequestItems: { [table]: { Keys } }, ReturnConsumedCapacity: 'TOTAL' }));
    const found = answer.Responses?.[table] ?? [];
    return {
      ...answer,
      Responses: found.toSorted((a, b) => JSON.stringify([a['pk'], a['sk']]).localeCompare(JSON.stringify([b['pk'], b['sk']]))),
    };
  }),
);

const transactGet = distinctKeys.map((keys) =>
  operation(`transact get ${JSON.stringify(keys)}`, ({ table, prefix }) => (client) => {
    const gets = keys.map((each) => ({ Get: { TableName: table, Key: keyIn(prefix, each) } }));
    return client.send(new TransactGetCommand({ TransactItems: gets, ReturnConsumedCapacity: 'TOTAL' }));
  }),
);

const action = fc.record({
  kind: fc.constantFrom('Put', 'Update', 'Delete', 'ConditionCheck'),
  attributes,
  condition,
  update: fc.constantFrom(...updates),
});

const transactWrite = fc.record({ keys: distinctKeys, actions: fc.array(action, { minLength: 3, maxLength: 3 }) }).map((args) =>
  operation(`transact write ${JSON.stringify(args)}`, ({ table, prefix }) => (client) => {
    const items = args.keys.map((each, index) => {
      const { kind, attributes: more, condition: chosen, update: expression } = args.actions[index] ?? args.actions[0] ?? fallback;
      const ConditionExpression = kind === 'ConditionCheck' ? (chosen ?? 'attribute_exists(pk)') : chosen;
      const UpdateExpression = kind === 'Update' ? expression : undefined;
      const target = kind === 'Put' ? { Item: itemIn(prefix, each, more) } : { Key: keyIn(prefix, each) };
      return {
        [kind]: {
          TableName: table,
          ...target,
          ConditionExpression,
          UpdateExpression,
          ExpressionAttributeValues: used(prefix, UpdateExpression, ConditionExpression),
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        },
      };
    });
    return client.send(new TransactWriteCommand({ TransactItems: items, ReturnConsumedCapacity: 'INDEXES' }));
  }),
);

const fallback = { kind: 'Delete', attributes: {}, condition: undefined, update: updates[0] } as const;

export const anyOperation: fc.Arbitrary<Operation> = fc.oneof(
  put,
  put,
  update,
  update,
  remove,
  get,
  query,
  query,
  batchWrite,
  batchGet,
  transactGet,
  transactWrite,
  transactWrite,
);
