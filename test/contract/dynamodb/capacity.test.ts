import {
  BatchGetCommand,
  BatchWriteCommand,
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactGetCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { expect } from 'vitest';
import { contract, freshKey } from './contract.ts';

const ReturnConsumedCapacity = 'INDEXES' as const;
const KB = 1024;

contract('capacity', ({ db, tables, check }) => {
  const plain = tables.plain;
  /** An item of exactly so many bytes: pk (2) + its value + x (1) + the rest. */
  const itemOf = (bytes: number, pk = freshKey()) => ({ pk, x: 'x'.repeat(bytes - 2 - pk.length - 1) });
  const put = async (Item: Record<string, unknown>, TableName = plain) =>
    (await db().send(new PutCommand({ TableName, Item, ReturnConsumedCapacity }))).ConsumedCapacity;
  const update = async (Key: Record<string, unknown>, UpdateExpression: string, values?: Record<string, unknown>) =>
    (
      await db().send(
        new UpdateCommand({ TableName: tables.pairs, Key, UpdateExpression, ExpressionAttributeValues: values, ReturnConsumedCapacity }),
      )
    ).ConsumedCapacity;

  check('a write takes 1 unit per KB begun', async () => {
    expect(await put(itemOf(KB))).toEqual({ TableName: plain, CapacityUnits: 1, Table: { CapacityUnits: 1 } });
    expect(await put(itemOf(KB + 1))).toMatchObject({ CapacityUnits: 2 });
    expect(await put(itemOf(5 * KB + 1))).toMatchObject({ CapacityUnits: 6 });
  });

  check('a write takes what the larger of old and new item takes; a delete what the old one takes', async () => {
    const large = itemOf(3 * KB);
    await put(large);
    expect(await put(itemOf(100, large.pk))).toMatchObject({ CapacityUnits: 3 });
    const remove = async () =>
      (await db().send(new DeleteCommand({ TableName: plain, Key: { pk: large.pk }, ReturnConsumedCapacity }))).ConsumedCapacity;
    expect(await remove()).toMatchObject({ CapacityUnits: 1 });
    expect(await remove()).toMatchObject({ CapacityUnits: 1 });
  });

  check('a read takes 1 unit per 4 KB begun, or half of it', async () => {
    const get = async (pk: string, ConsistentRead: boolean) =>
      (await db().send(new GetCommand({ TableName: plain, Key: { pk }, ConsistentRead, ReturnConsumedCapacity: 'TOTAL' })))
        .ConsumedCapacity;
    const [small, large] = [itemOf(4 * KB), itemOf(4 * KB + 1)];
    await put(small);
    await put(large);
    expect(await get(small.pk, true)).toEqual({ TableName: plain, CapacityUnits: 1 });
    expect(await get(small.pk, false)).toEqual({ TableName: plain, CapacityUnits: 0.5 });
    expect(await get(large.pk, true)).toMatchObject({ CapacityUnits: 2 });
    expect(await get(large.pk, false)).toMatchObject({ CapacityUnits: 1 });
    expect(await get(freshKey(), false)).toMatchObject({ CapacityUnits: 0.5 });
  });

  /** Bytes of values beyond their attribute's name, found by the length at which a second unit begins. */
  const sizes: readonly (readonly [value: unknown, bytes: number])[] = [
    [0, 1],
    [1, 2],
    [-1, 3],
    [12, 2],
    [123, 3],
    [100, 2],
    [1.23, 3],
    [12345.678, 6],
    [0.001, 2],
    [true, 1],
    [null, 1],
    ['я', 2],
    [new Uint8Array([1, 2, 3]), 3],
    [new Set(['a', 'bc']), 3],
    [new Set([1, 23]), 4],
    [[], 3],
    [{}, 3],
    [['ab', 'c'], 8],
    [{ k: 'ab', l: [1] }, 15],
  ];
  for (const [value, bytes] of sizes) {
    check(`${JSON.stringify(value instanceof Set ? [...value] : value)} has ${bytes} bytes`, async () => {
      const fill = (total: number) => ({ ...itemOf(total - 1 - bytes), v: value });
      expect(await put(fill(KB))).toMatchObject({ CapacityUnits: 1 });
      expect(await put(fill(KB + 1))).toMatchObject({ CapacityUnits: 2 });
    });
  }

  check('each index that changes takes units of its own', async () => {
    const key = { pk: freshKey(), sk: 's' };
    expect(await put({ ...key, a: 1 }, tables.pairs)).toEqual({ TableName: tables.pairs, CapacityUnits: 1, Table: { CapacityUnits: 1 } });
    const one = { CapacityUnits: 1 };
    expect(await update(key, 'SET team = :t, ranking = :r', { ':t': 't1', ':r': 1 })).toMatchObject({
      CapacityUnits: 4,
      Table: one,
      GlobalSecondaryIndexes: { byTeam: one, keysOnly: one, included: one },
    });
    const unprojected = await update(key, 'SET c = :c', { ':c': 1 });
    expect(unprojected).toMatchObject({ CapacityUnits: 2, GlobalSecondaryIndexes: { byTeam: one } });
    expect(Object.keys(unprojected?.GlobalSecondaryIndexes ?? {})).toEqual(['byTeam']);
    const moved = await update(key, 'SET ranking = :r', { ':r': 2 });
    expect(moved).toMatchObject({ CapacityUnits: 3, GlobalSecondaryIndexes: { byTeam: { CapacityUnits: 2 } } });
    expect(await update(key, 'REMOVE team')).toMatchObject({ CapacityUnits: 4 });
    expect(await update(key, 'SET c = :c', { ':c': 2 })).toMatchObject({ CapacityUnits: 1 });
  });

  check('an index entry counts by its own size', async () => {
    const key = { pk: freshKey(), sk: 's' };
    const consumed = await put({ ...key, team: freshKey(), a: 'a'.repeat(1500), c: 'c'.repeat(1500) }, tables.pairs);
    expect(consumed).toMatchObject({
      Table: { CapacityUnits: 3 },
      GlobalSecondaryIndexes: { keysOnly: { CapacityUnits: 1 }, included: { CapacityUnits: 2 } },
    });
  });

  check(
    'a transaction takes two writes of each item, and one of each index entry',
    async () => {
      const [item, other, team] = [itemOf(KB + 1), freshKey(), freshKey()];
      const answer = await db().send(
        new TransactWriteCommand({
          ReturnConsumedCapacity,
          TransactItems: [
            { Put: { TableName: plain, Item: item } },
            { ConditionCheck: { TableName: plain, Key: { pk: freshKey() }, ConditionExpression: 'attribute_not_exists(pk)' } },
            { Put: { TableName: tables.pairs, Item: { pk: other, sk: 's', team } } },
          ],
        }),
      );
      expect(new Map(answer.ConsumedCapacity?.map((each) => [each.TableName, each]))).toEqual(
        new Map<string, unknown>([
          [plain, { TableName: plain, CapacityUnits: 6, WriteCapacityUnits: 6, Table: { CapacityUnits: 6, WriteCapacityUnits: 6 } }],
          [
            tables.pairs,
            {
              TableName: tables.pairs,
              CapacityUnits: 4,
              WriteCapacityUnits: 4,
              Table: { CapacityUnits: 2, WriteCapacityUnits: 2 },
              GlobalSecondaryIndexes: {
                keysOnly: { CapacityUnits: 1, WriteCapacityUnits: 1 },
                included: { CapacityUnits: 1, WriteCapacityUnits: 1 },
              },
            },
          ],
        ]),
      );
    },
    { amazonLocal: 'says twice as many, and four for an index entry' },
  );

  check(
    'a repeated transaction takes reads',
    async () => {
      const ClientRequestToken = `capacity-${Math.floor(performance.now())}-${freshKey()}`;
      const command = new TransactWriteCommand({
        ClientRequestToken,
        ReturnConsumedCapacity: 'TOTAL',
        TransactItems: [{ Put: { TableName: plain, Item: itemOf(KB) } }],
      });
      expect((await db().send(command)).ConsumedCapacity).toEqual([{ TableName: plain, CapacityUnits: 2, WriteCapacityUnits: 2 }]);
      expect((await db().send(command)).ConsumedCapacity).toEqual([{ TableName: plain, CapacityUnits: 2, ReadCapacityUnits: 2 }]);
    },
    { amazonLocal: 'says twice as many' },
  );

  check('a transactional read takes two consistent reads of each item', async () => {
    const item = itemOf(4 * KB + 1);
    await put(item);
    const gets = [item.pk, freshKey()].map((pk) => ({ Get: { TableName: plain, Key: { pk } } }));
    const answer = await db().send(new TransactGetCommand({ TransactItems: gets, ReturnConsumedCapacity: 'TOTAL' }));
    expect(answer.ConsumedCapacity).toEqual([{ TableName: plain, CapacityUnits: 6, ReadCapacityUnits: 6 }]);
  });

  check(
    'a query takes units for the sum of what it read, filter or not',
    async () => {
      const pk = freshKey();
      for (const n of [0, 1, 2, 3, 4]) await put({ pk, sk: `s${n}`, team: pk, x: 'x'.repeat(2000) }, tables.pairs);
      const query = async (more: Record<string, unknown>) =>
        (
          await db().send(
            new QueryCommand({
              TableName: tables.pairs,
              KeyConditionExpression: 'pk = :p',
              ExpressionAttributeValues: { ':p': pk },
              ReturnConsumedCapacity,
              ...more,
            }),
          )
        ).ConsumedCapacity;
      expect(await query({})).toEqual({ TableName: tables.pairs, CapacityUnits: 1.5, Table: { CapacityUnits: 1.5 } });
      expect(await query({ ConsistentRead: true, FilterExpression: 'attribute_not_exists(x)' })).toMatchObject({ CapacityUnits: 3 });
      expect(await query({ ExpressionAttributeValues: { ':p': 'nobody' } })).toMatchObject({ CapacityUnits: 0.5 });
      expect(await query({ IndexName: 'keysOnly', KeyConditionExpression: 'team = :p' })).toEqual({
        TableName: tables.pairs,
        CapacityUnits: 0.5,
        Table: { CapacityUnits: 0 },
        GlobalSecondaryIndexes: { keysOnly: { CapacityUnits: 0.5 } },
      });
    },
    { amazonLocal: 'nothing found is free' },
  );

  check(
    'a batch takes the sum of its parts, each rounded up',
    async () => {
      const items = [itemOf(500), itemOf(3 * KB + 512)];
      const written = await db().send(
        new BatchWriteCommand({
          ReturnConsumedCapacity: 'TOTAL',
          RequestItems: { [plain]: items.map((Item) => ({ PutRequest: { Item } })) },
        }),
      );
      expect(written.ConsumedCapacity).toEqual([{ TableName: plain, CapacityUnits: 5 }]);
      const Keys = [...items.map(({ pk }) => ({ pk })), { pk: freshKey() }];
      const found = await db().send(
        new BatchGetCommand({ ReturnConsumedCapacity: 'TOTAL', RequestItems: { [plain]: { Keys, ConsistentRead: true } } }),
      );
      expect(found.ConsumedCapacity).toEqual([{ TableName: plain, CapacityUnits: 3 }]);
    },
    { amazonLocal: 'what is absent is free' },
  );
});
