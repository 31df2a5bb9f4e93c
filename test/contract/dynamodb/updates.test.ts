import { GetCommand, PutCommand, UpdateCommand, type UpdateCommandInput } from '@aws-sdk/lib-dynamodb';
import { expect } from 'vitest';
import { contract, freshKey, refusalOf } from './contract.ts';

type Document = Readonly<Record<string, unknown>>;
/** `after` undefined: the update is refused and the item stays. */
type Case = {
  readonly update: string;
  readonly values?: Document;
  readonly names?: Readonly<Record<string, string>>;
  readonly before: Document;
  readonly after: Document | undefined;
  readonly dynoxide?: string;
};

const setting: readonly Case[] = [
  { update: 'SET a = :v', values: { ':v': 4 }, before: { b: 1 }, after: { a: 4, b: 1 } },
  { update: 'set a = :v, b = a', values: { ':v': 4 }, before: { a: 1 }, after: { a: 4, b: 1 } },
  { update: 'SET a = b, b = a', before: { a: 1, b: 2 }, after: { a: 2, b: 1 } },
  { update: 'SET a = absent', before: {}, after: undefined },
  { update: 'SET a = a + :v', values: { ':v': 0.2 }, before: { a: 0.1 }, after: { a: 0.3 } },
  { update: 'SET a = :v - a', values: { ':v': 1 }, before: { a: 3 }, after: { a: -2 } },
  { update: 'SET a = (a + :v)', values: { ':v': 1 }, before: { a: 3 }, after: { a: 4 } },
  { update: 'SET a = absent + :v', values: { ':v': 1 }, before: {}, after: undefined },
  { update: 'SET a = s + :v', values: { ':v': 1 }, before: { s: 'text' }, after: undefined },
  { update: 'SET a = a + :v + :v', values: { ':v': 1 }, before: { a: 1 }, after: undefined },
  { update: 'SET a = if_not_exists(a, :v)', values: { ':v': 7 }, before: {}, after: { a: 7 } },
  { update: 'SET a = if_not_exists(a, :v)', values: { ':v': 7 }, before: { a: 1 }, after: { a: 1 } },
  { update: 'SET a = if_not_exists(a, :zero) + :v', values: { ':v': 7, ':zero': 0 }, before: {}, after: { a: 7 } },
  { update: 'SET a = if_not_exists(b, if_not_exists(c, :v))', values: { ':v': 7 }, before: { c: 2 }, after: { a: 2, c: 2 } },
  { update: 'SET a = if_not_exists(:v, :v)', values: { ':v': 7 }, before: {}, after: undefined },
  { update: 'SET l = list_append(l, :v)', values: { ':v': [3] }, before: { l: [1, 2] }, after: { l: [1, 2, 3] } },
  { update: 'SET l = list_append(:v, l)', values: { ':v': [3] }, before: { l: [1, 2] }, after: { l: [3, 1, 2] } },
  { update: 'SET l = list_append(if_not_exists(l, :none), :v)', values: { ':v': [3], ':none': [] }, before: {}, after: { l: [3] } },
  { update: 'SET l = list_append(l, :v)', values: { ':v': [3] }, before: {}, after: undefined },
  { update: 'SET l = list_append(l, :v)', values: { ':v': 3 }, before: { l: [1] }, after: undefined },
  { update: 'SET l = list_append(a, :v)', values: { ':v': [3] }, before: { a: 1 }, after: undefined },
  { update: 'SET a = size(l)', before: { l: [1] }, after: undefined },
];

const removing: readonly Case[] = [
  { update: 'REMOVE a, absent', before: { a: 1, b: 2 }, after: { b: 2 } },
  {
    update: 'REMOVE l[1], l[2]',
    before: { l: [0, 1, 2, 3] },
    after: { l: [0, 3] },
    dynoxide: 'counts each position after the removal before it',
  },
  { update: 'REMOVE l[17]', before: { l: [0] }, after: { l: [0] } },
  { update: 'REMOVE m.k, m.absent', before: { m: { k: 1 } }, after: { m: {} } },
  { update: 'REMOVE a.k', before: { a: 1 }, after: undefined, dynoxide: 'ignores a path through a scalar' },
  { update: 'REMOVE absent.k', before: {}, after: undefined, dynoxide: 'ignores a path through nothing' },
  { update: 'SET b = a REMOVE a', before: { a: 1 }, after: { b: 1 } },
  { update: 'REMOVE l[1] SET l[3] = :v', values: { ':v': 17 }, before: { l: [2, 3, 4, 5, 6] }, after: { l: [2, 4, 17, 6] } },
];

const adding: readonly Case[] = [
  { update: 'ADD a :v', values: { ':v': 5 }, before: {}, after: { a: 5 } },
  { update: 'ADD a :v', values: { ':v': -5 }, before: { a: 3 }, after: { a: -2 } },
  { update: 'ADD a :v', values: { ':v': 5 }, before: { a: 'text' }, after: undefined },
  { update: 'ADD a :v', values: { ':v': 'text' }, before: {}, after: undefined },
  { update: 'ADD s :v', values: { ':v': new Set(['b', 'c']) }, before: { s: new Set(['a', 'b']) }, after: { s: new Set(['a', 'b', 'c']) } },
  { update: 'ADD s :v', values: { ':v': new Set(['a']) }, before: {}, after: { s: new Set(['a']) } },
  { update: 'ADD s :v', values: { ':v': new Set([1]) }, before: { s: new Set(['a']) }, after: undefined },
  { update: 'ADD l :v', values: { ':v': [1] }, before: { l: [1] }, after: undefined },
  { update: 'ADD m.count1 :v', values: { ':v': 2 }, before: { m: { count1: 1 } }, after: { m: { count1: 3 } } },
  { update: 'DELETE s :v', values: { ':v': new Set(['b', 'x']) }, before: { s: new Set(['a', 'b']) }, after: { s: new Set(['a']) } },
  { update: 'DELETE s :v', values: { ':v': new Set(['a']) }, before: { b: 1, s: new Set(['a']) }, after: { b: 1 } },
  { update: 'DELETE s :v', values: { ':v': new Set(['a']) }, before: { b: 1 }, after: { b: 1 } },
  { update: 'DELETE s :v', values: { ':v': 'a' }, before: { s: new Set(['a']) }, after: undefined },
  { update: 'DELETE s :v', values: { ':v': new Set([1]) }, before: { s: new Set(['a']) }, after: undefined },
];

const nested: readonly Case[] = [
  { update: 'SET m.k = :v, l[0] = :v', values: { ':v': 9 }, before: { m: { j: 1 }, l: [1, 2] }, after: { m: { j: 1, k: 9 }, l: [9, 2] } },
  { update: 'SET m.l[1].k = :v', values: { ':v': 9 }, before: { m: { l: [0, { k: 1 }] } }, after: { m: { l: [0, { k: 9 }] } } },
  { update: 'SET #dotted = :v', values: { ':v': 9 }, names: { '#dotted': 'a.b' }, before: {}, after: { 'a.b': 9 } },
  { update: 'SET absent.k = :v', values: { ':v': 9 }, before: {}, after: undefined },
  { update: 'SET a.k = :v', values: { ':v': 9 }, before: { a: 1 }, after: undefined },
  { update: 'SET l.k = :v', values: { ':v': 9 }, before: { l: [1] }, after: undefined },
  { update: 'SET m[0] = :v', values: { ':v': 9 }, before: { m: { k: 1 } }, after: undefined },
  { update: 'SET l[7] = :v', values: { ':v': 9 }, before: { l: [1] }, after: { l: [1, 9] }, dynoxide: 'fills the gap with nulls' },
  {
    update: 'SET l[84] = :x, l[37] = :y',
    values: { ':x': 'last', ':y': 'first' },
    before: { l: [1] },
    after: { l: [1, 'first', 'last'] },
    dynoxide: 'fills the gap with nulls',
  },
];

const malformed: readonly Case[] = [
  'SET a = :v, a = :v',
  'SET m = :v, m.k = :v',
  'SET l[0][1] = :v, l[0] = :v',
  'SET a = :v REMOVE a',
  'SET a = :v SET b = :v',
  'SET a = :v,',
  'SET a :v',
  'SET :v = a',
  'SET a = #missing',
  'SET comment = :v',
  'HELLO a = :v',
  'ADD a a',
  'SET a = non@sense(:v)',
  'SET a = unknown(:v)',
].map((update) => ({ update, values: { ':v': 1 }, before: { a: 1 }, after: undefined }));

const show = (value: unknown): string => JSON.stringify(value, (_key, each: unknown) => (each instanceof Set ? [...each] : each)) ?? '';

contract('updates', ({ db, tables, check }) => {
  const read = async (pk: string) => (await db().send(new GetCommand({ TableName: tables.plain, Key: { pk }, ConsistentRead: true }))).Item;
  const update = (input: Partial<UpdateCommandInput> & { readonly Key: Document }) =>
    db().send(new UpdateCommand({ TableName: tables.plain, ...input }));
  const put = (item: Document) => db().send(new PutCommand({ TableName: tables.plain, Item: item }));

  for (const { update: expression, values, names, before, after, dynoxide } of [
    ...setting,
    ...removing,
    ...adding,
    ...nested,
    ...malformed,
  ]) {
    const outcome = after === undefined ? 'is refused' : `gives ${show(after)}`;
    check(
      `"${expression}" ${show(values)} on ${show(before)} ${outcome}`,
      async () => {
        const pk = freshKey();
        await put({ pk, ...before });
        const call = update({
          Key: { pk },
          UpdateExpression: expression,
          ...(values && { ExpressionAttributeValues: values }),
          ...(names && { ExpressionAttributeNames: names }),
        });
        expect(await refusalOf(call)).toBe(after === undefined ? 'ValidationException' : 'not refused');
        expect(await read(pk)).toEqual({ pk, ...(after ?? before) });
      },
      dynoxide === undefined ? {} : { dynoxide },
    );
  }

  check('an update of an item that does not exist creates it', async () => {
    const pk = freshKey();
    await update({ Key: { pk }, UpdateExpression: 'SET a = :v ADD b :v', ExpressionAttributeValues: { ':v': 1 } });
    expect(await read(pk)).toEqual({ pk, a: 1, b: 1 });
  });

  check('an update without expression creates an item of its key alone', async () => {
    const pk = freshKey();
    await update({ Key: { pk } });
    expect(await read(pk)).toEqual({ pk });
  });

  check(
    'an update that only removes does not create the item',
    async () => {
      const pk = freshKey();
      await update({ Key: { pk }, UpdateExpression: 'REMOVE a' });
      expect(await read(pk)).toBeUndefined();
    },
    { dynoxide: 'creates the item', amazonLocal: 'creates the item' },
  );

  check('key attributes cannot be updated', async () => {
    const pk = freshKey();
    await put({ pk });
    const call = update({ Key: { pk }, UpdateExpression: 'SET pk = :v', ExpressionAttributeValues: { ':v': 'other' } });
    expect(await refusalOf(call)).toBe('ValidationException');
  });

  check('values and names that no expression uses are refused', async () => {
    const call = update({ Key: { pk: freshKey() }, UpdateExpression: 'SET a = :v', ExpressionAttributeValues: { ':v': 1, ':unused': 2 } });
    expect(await refusalOf(call)).toBe('ValidationException');
    const aliased = update({ Key: { pk: freshKey() }, UpdateExpression: 'REMOVE a', ExpressionAttributeNames: { '#unused': 'x' } });
    expect(await refusalOf(aliased)).toBe('ValidationException');
  });

  check('a false condition leaves the item, and gives it back when asked to', async () => {
    const pk = freshKey();
    await put({ pk, a: 1 });
    const call = update({
      Key: { pk },
      UpdateExpression: 'SET a = :v',
      ConditionExpression: 'a > :v',
      ExpressionAttributeValues: { ':v': 5 },
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    });
    await expect(call).rejects.toMatchObject({ name: 'ConditionalCheckFailedException', Item: { pk: { S: pk }, a: { N: '1' } } });
    expect(await read(pk)).toEqual({ pk, a: 1 });
  });

  check('a false condition does not give the item back unasked, nor one that does not exist', async () => {
    const pk = freshKey();
    await put({ pk });
    const conditional = { UpdateExpression: 'REMOVE a', ConditionExpression: 'attribute_exists(a)' };
    await expect(update({ Key: { pk }, ...conditional })).rejects.toHaveProperty('Item', undefined);
    const absent = update({ Key: { pk: freshKey() }, ...conditional, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' });
    await expect(absent).rejects.toHaveProperty('Item', undefined);
  });
});
