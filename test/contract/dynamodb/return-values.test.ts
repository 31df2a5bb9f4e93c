import { DeleteCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { expect } from 'vitest';
import { contract, freshKey, refusalOf } from './contract.ts';

type ReturnValues = 'NONE' | 'ALL_OLD' | 'ALL_NEW' | 'UPDATED_OLD' | 'UPDATED_NEW';
type Document = Readonly<Record<string, unknown>>;

contract('return-values', ({ db, tables, check }) => {
  const put = (item: Document, ReturnValues?: ReturnValues) =>
    db().send(new PutCommand({ TableName: tables.plain, Item: item, ReturnValues }));
  const remove = (pk: string, ReturnValues: ReturnValues) =>
    db().send(new DeleteCommand({ TableName: tables.plain, Key: { pk }, ReturnValues }));
  const update = async (pk: string, { expression, values, returns }: { expression: string; values?: Document; returns: ReturnValues }) => {
    const answer = await db().send(
      new UpdateCommand({
        TableName: tables.plain,
        Key: { pk },
        UpdateExpression: expression,
        ExpressionAttributeValues: values,
        ReturnValues: returns,
      }),
    );
    return answer.Attributes;
  };

  check('a put gives back the replaced item, when asked to and when there was one', async () => {
    const pk = freshKey();
    expect((await put({ pk, a: 1 }, 'ALL_OLD')).Attributes).toBeUndefined();
    expect((await put({ pk, a: 2 }, 'ALL_OLD')).Attributes).toEqual({ pk, a: 1 });
    expect((await put({ pk, a: 3 })).Attributes).toBeUndefined();
    expect(await refusalOf(put({ pk }, 'ALL_NEW'))).toBe('ValidationException');
  });

  check('a delete gives back the deleted item, when asked to and when there was one', async () => {
    const pk = freshKey();
    await put({ pk, a: 1 });
    expect((await remove(pk, 'ALL_OLD')).Attributes).toEqual({ pk, a: 1 });
    expect((await remove(pk, 'ALL_OLD')).Attributes).toBeUndefined();
    expect(await refusalOf(remove(pk, 'UPDATED_OLD'))).toBe('ValidationException');
  });

  check('an update gives back the whole item as it was or as it is', async () => {
    const pk = freshKey();
    await put({ pk, a: 1, b: 2 });
    const values = { ':v': 9 };
    expect(await update(pk, { expression: 'SET a = :v', values, returns: 'ALL_OLD' })).toEqual({ pk, a: 1, b: 2 });
    expect(await update(pk, { expression: 'SET b = :v', values, returns: 'ALL_NEW' })).toEqual({ pk, a: 9, b: 9 });
    expect(await update(pk, { expression: 'SET b = :v', values, returns: 'NONE' })).toBeUndefined();
  });

  check('an update gives back what it touched, as far as it is there', async () => {
    const pk = freshKey();
    await put({ pk, a: 1, b: 2 });
    const values = { ':v': 9 };
    expect(await update(pk, { expression: 'SET a = :v, c = :v', values, returns: 'UPDATED_OLD' })).toEqual({ a: 1 });
    expect(await update(pk, { expression: 'SET a = :v, d = :v REMOVE b', values, returns: 'UPDATED_NEW' })).toEqual({ a: 9, d: 9 });
    expect(await update(pk, { expression: 'REMOVE a', returns: 'UPDATED_NEW' })).toBeUndefined();
    expect(await update(pk, { expression: 'SET a = :v', values, returns: 'UPDATED_OLD' })).toBeUndefined();
  });

  check(
    'of a nested value only the touched place is given back',
    async () => {
      const pk = freshKey();
      await put({ pk, m: { k: 'old', other: 1 } });
      const values = { ':v': 'new' };
      expect(await update(pk, { expression: 'SET m.k = :v', values, returns: 'UPDATED_OLD' })).toEqual({ m: { k: 'old' } });
      expect(await update(pk, { expression: 'SET m.k = :v', values, returns: 'UPDATED_NEW' })).toEqual({ m: { k: 'new' } });
    },
    { amazonLocal: 'gives the whole map' },
  );

  check(
    'of a list only the touched element is given back',
    async () => {
      const pk = freshKey();
      await put({ pk, l: [1, 2, 3] });
      expect(await update(pk, { expression: 'SET l[1] = :v', values: { ':v': 7 }, returns: 'UPDATED_NEW' })).toEqual({ l: [7] });
    },
    { dynoxide: 'gives the whole list', amazonLocal: 'gives the whole list' },
  );

  check(
    'there is no old item of an update that creates one',
    async () => {
      expect(await update(freshKey(), { expression: 'SET a = :v', values: { ':v': 1 }, returns: 'ALL_OLD' })).toBeUndefined();
    },
    { dynoxide: 'gives the key' },
  );
});
