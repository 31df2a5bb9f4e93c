import { BatchGetCommand, BatchWriteCommand, GetCommand } from '@aws-sdk/lib-dynamodb';
import { expect } from 'vitest';
import { contract, freshKey, refusalOf } from './contract.ts';

type Document = Readonly<Record<string, unknown>>;

contract('batches', ({ db, tables, check }) => {
  const write = (requests: Readonly<Record<string, readonly Document[]>>) =>
    db().send(new BatchWriteCommand({ RequestItems: requests as NonNullable<BatchWriteCommand['input']['RequestItems']> }));
  const read = (table: string, Keys: Record<string, unknown>[], more: Document = {}) =>
    db().send(new BatchGetCommand({ RequestItems: { [table]: { Keys, ...more } } }));
  const put = (Item: Document) => ({ PutRequest: { Item } });
  const remove = (Key: Document) => ({ DeleteRequest: { Key } });
  const keysOf = (count: number) => Array.from({ length: count }, () => ({ pk: freshKey() }));

  check('puts and deletes of several tables are made', async () => {
    const [first, second, third] = [freshKey(), freshKey(), freshKey()];
    await write({ [tables.plain]: [put({ pk: first })] });
    const answer = await write({
      [tables.plain]: [put({ pk: second, a: 1 }), remove({ pk: first })],
      [tables.pairs]: [put({ pk: third, sk: 's' })],
    });
    expect(answer.UnprocessedItems).toEqual({});
    const found = await read(tables.plain, [{ pk: first }, { pk: second }]);
    expect(found.Responses).toEqual({ [tables.plain]: [{ pk: second, a: 1 }] });
    expect(found.UnprocessedKeys).toEqual({});
    expect((await db().send(new GetCommand({ TableName: tables.pairs, Key: { pk: third, sk: 's' } }))).Item).toEqual({
      pk: third,
      sk: 's',
    });
  });

  check('25 writes are taken, one more is refused', async () => {
    expect(await refusalOf(write({ [tables.plain]: keysOf(25).map(put) }))).toBe('not refused');
    expect(await refusalOf(write({ [tables.plain]: keysOf(26).map(put) }))).toBe('ValidationException');
  });

  check('one bad write refuses the whole batch', async () => {
    const pk = freshKey();
    expect(await refusalOf(write({ [tables.plain]: [put({ pk }), put({ pk: 1 })] }))).toBe('ValidationException');
    expect(await refusalOf(write({ [tables.plain]: [put({ pk }), remove({ pk })] }))).toBe('ValidationException');
    expect(await refusalOf(write({ [tables.plain]: [put({ pk })], 'no-such-table': [put({ pk })] }))).toBe('ResourceNotFoundException');
    expect(await refusalOf(write({ [tables.plain]: [] }))).toBe('ValidationException');
    expect(await refusalOf(write({}))).toBe('ValidationException');
    expect((await read(tables.plain, [{ pk }])).Responses).toEqual({ [tables.plain]: [] });
  });

  check('100 keys are read, one more is refused', async () => {
    expect(await refusalOf(read(tables.plain, keysOf(100)))).toBe('not refused');
    expect(await refusalOf(read(tables.plain, keysOf(101)))).toBe('ValidationException');
  });

  check('a read may project, by aliases of its own', async () => {
    const pk = freshKey();
    await write({ [tables.plain]: [put({ pk, status: 'open', other: 1 })] });
    const projected = await read(tables.plain, [{ pk }], { ProjectionExpression: '#s', ExpressionAttributeNames: { '#s': 'status' } });
    expect(projected.Responses).toEqual({ [tables.plain]: [{ status: 'open' }] });
  });

  check('a key twice, none, or of another shape is refused', async () => {
    expect(await refusalOf(read(tables.plain, [{ pk: 'a' }, { pk: 'a' }]))).toBe('ValidationException');
    expect(await refusalOf(read(tables.plain, []))).toBe('ValidationException');
    expect(await refusalOf(read(tables.plain, [{ pk: 'a', sk: 'b' }]))).toBe('ValidationException');
    expect(await refusalOf(db().send(new BatchGetCommand({ RequestItems: {} })))).toBe('ValidationException');
    expect(await refusalOf(read('no-such-table', [{ pk: 'a' }]))).toBe('ResourceNotFoundException');
  });
});
