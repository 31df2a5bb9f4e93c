import {
  BatchGetCommand,
  GetCommand,
  PutCommand,
  TransactGetCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { expect } from 'vitest';
import { contract, freshKey, refusalOf } from './contract.ts';

type Document = Readonly<Record<string, unknown>>;
type Actions = NonNullable<TransactWriteCommandInput['TransactItems']>;

const exists = 'attribute_exists(pk)';
const isNew = 'attribute_not_exists(pk)';

contract('transactions', ({ db, tables, check }) => {
  const TableName = tables.plain;
  const put = (item: Document) => db().send(new PutCommand({ TableName, Item: item }));
  const get = async (pk: string) => (await db().send(new GetCommand({ TableName, Key: { pk }, ConsistentRead: true }))).Item;
  const transact = (TransactItems: Actions, ClientRequestToken?: string) =>
    db().send(new TransactWriteCommand({ TransactItems, ClientRequestToken }));
  const increment = (pk: string): Actions[number] => ({
    Update: { TableName, Key: { pk }, UpdateExpression: 'ADD n :one', ExpressionAttributeValues: { ':one': 1 } },
  });

  check('all four actions happen together', async () => {
    const [created, updated, deleted, checked] = [freshKey(), freshKey(), freshKey(), freshKey()];
    for (const pk of [updated, deleted, checked]) await put({ pk, n: 1 });
    await transact([
      { Put: { TableName, Item: { pk: created }, ConditionExpression: isNew } },
      increment(updated),
      { Delete: { TableName, Key: { pk: deleted }, ConditionExpression: exists } },
      { ConditionCheck: { TableName, Key: { pk: checked }, ConditionExpression: exists } },
    ]);
    expect(await get(created)).toEqual({ pk: created });
    expect(await get(updated)).toEqual({ pk: updated, n: 2 });
    expect(await get(deleted)).toBeUndefined();
    expect(await get(checked)).toEqual({ pk: checked, n: 1 });
  });

  check('one false condition stops all, and every action gets its reason', async () => {
    const [existing, other] = [freshKey(), freshKey()];
    await put({ pk: existing, amount: 12.5 });
    const call = transact([
      { Put: { TableName, Item: { pk: existing }, ConditionExpression: isNew, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } },
      increment(other),
      {
        ConditionCheck: { TableName, Key: { pk: freshKey() }, ConditionExpression: exists, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' },
      },
      { Delete: { TableName, Key: { pk: freshKey() }, ConditionExpression: exists } },
    ]);
    await expect(call).rejects.toMatchObject({
      name: 'TransactionCanceledException',
      message: expect.stringContaining('[ConditionalCheckFailed, None, ConditionalCheckFailed, ConditionalCheckFailed]'),
      CancellationReasons: [
        { Code: 'ConditionalCheckFailed', Message: 'The conditional request failed', Item: { pk: { S: existing }, amount: { N: '12.5' } } },
        { Code: 'None' },
        { Code: 'ConditionalCheckFailed' },
        { Code: 'ConditionalCheckFailed' },
      ],
    });
    expect(await get(other)).toBeUndefined();
    expect(await get(existing)).toEqual({ pk: existing, amount: 12.5 });
  });

  check('conditions see the items as they were before the transaction', async () => {
    const [a, b] = [freshKey(), freshKey()];
    await put({ pk: a, n: 1 });
    await transact([
      {
        Update: {
          TableName,
          Key: { pk: a },
          UpdateExpression: 'ADD n :one',
          ConditionExpression: 'n = :one',
          ExpressionAttributeValues: { ':one': 1 },
        },
      },
      { Put: { TableName, Item: { pk: b }, ConditionExpression: isNew } },
    ]);
    expect(await get(a)).toEqual({ pk: a, n: 2 });
  });

  check('a key of the wrong type is a reason', async () => {
    const call = transact([{ Put: { TableName, Item: { pk: freshKey() } } }, { Put: { TableName, Item: { pk: 7 } } }]);
    await expect(call).rejects.toMatchObject({
      name: 'TransactionCanceledException',
      CancellationReasons: [{ Code: 'None' }, { Code: 'ValidationError' }],
    });
  });

  check(
    'conditions are not looked at when a key is of the wrong type',
    async () => {
      const call = transact([
        { Put: { TableName, Item: { pk: freshKey() }, ConditionExpression: exists } },
        { Put: { TableName, Item: { pk: 7 } } },
      ]);
      await expect(call).rejects.toMatchObject({ CancellationReasons: [{ Code: 'None' }, { Code: 'ValidationError' }] });
    },
    { dynoxide: 'looks at them', amazonLocal: 'looks at them' },
  );

  check(
    'an update that does not suit the item is a reason',
    async () => {
      const [text, other] = [freshKey(), freshKey()];
      await put({ pk: text, n: 'text' });
      await expect(transact([increment(other), increment(text)])).rejects.toMatchObject({
        name: 'TransactionCanceledException',
        CancellationReasons: [{ Code: 'None' }, { Code: 'ValidationError' }],
      });
      expect(await get(other)).toBeUndefined();
    },
    { amazonLocal: 'refuses the whole call' },
  );

  check(
    'the key cannot be updated',
    async () => {
      const Update = { TableName, Key: { pk: freshKey() }, UpdateExpression: 'SET pk = :v', ExpressionAttributeValues: { ':v': 'other' } };
      expect(await refusalOf(transact([{ Update }]))).not.toBe('not refused');
    },
    { dynoxide: 'updates the key' },
  );

  check('two actions on one item are refused', async () => {
    const pk = freshKey();
    expect(await refusalOf(transact([{ Put: { TableName, Item: { pk } } }, { Delete: { TableName, Key: { pk } } }]))).toBe(
      'ValidationException',
    );
    const checkAndPut: Actions = [
      { ConditionCheck: { TableName, Key: { pk }, ConditionExpression: isNew } },
      { Put: { TableName, Item: { pk } } },
    ];
    expect(await refusalOf(transact(checkAndPut))).toBe('ValidationException');
    expect(await get(pk)).toBeUndefined();
  });

  check('a hundred actions are taken, one more is refused', async () => {
    const puts = (count: number): Actions => Array.from({ length: count }, () => ({ Put: { TableName, Item: { pk: freshKey() } } }));
    expect(await refusalOf(transact(puts(100)))).toBe('not refused');
    expect(await refusalOf(transact(puts(101)))).toBe('ValidationException');
    expect(await refusalOf(transact([]))).toBe('ValidationException');
  });

  check('4 MB are too much for one transaction', async () => {
    const puts = Array.from({ length: 12 }, () => ({ Put: { TableName, Item: { pk: freshKey(), x: 'x'.repeat(380 * 1024) } } }));
    expect(await refusalOf(transact(puts))).toBe('ValidationException');
  });

  check(
    'an action is one of the four',
    async () => {
      const both = { Put: { TableName, Item: { pk: freshKey() } }, Delete: { TableName, Key: { pk: freshKey() } } };
      expect(await refusalOf(transact([both]))).toBe('ValidationException');
    },
    { dynoxide: 'takes the first of them' },
  );

  check(
    'a check needs a condition, an update its expression, a table must exist',
    async () => {
      const Key = { pk: freshKey() };
      expect(await refusalOf(transact([{ ConditionCheck: { TableName, Key, ConditionExpression: undefined } }]))).toBe(
        'ValidationException',
      );
      expect(await refusalOf(transact([{ Update: { TableName, Key, UpdateExpression: undefined } }]))).toBe('ValidationException');
      expect(await refusalOf(transact([{ Delete: { TableName: 'no-such-table', Key } }]))).toBe('ResourceNotFoundException');
    },
    { amazonLocal: 'an update needs none' },
  );

  check(
    'what is wrong with an expression refuses the request, without reasons',
    async () => {
      const put = (more: Document): Actions => [{ Put: { TableName, Item: { pk: freshKey() }, ...more } }];
      const wrong: readonly Document[] = [
        { ConditionExpression: 'hello!' },
        { ConditionExpression: 'attribute_exists(#missing)' },
        { ConditionExpression: 'pk = :missing' },
        { ConditionExpression: isNew, ExpressionAttributeNames: { '#unused': 'x' } },
        { ConditionExpression: isNew, ExpressionAttributeValues: { ':unused': 1 } },
      ];
      for (const each of wrong) expect(await refusalOf(transact(put(each))), JSON.stringify(each)).toBe('ValidationException');
    },
    { dynoxide: 'makes it a reason' },
  );

  check('a repeated token repeats nothing', async () => {
    const [pk, token] = [freshKey(), `token-${Math.floor(performance.now())}-${freshKey()}`];
    await transact([increment(pk)], token);
    await transact([increment(pk)], token);
    expect(await get(pk)).toEqual({ pk, n: 1 });
    expect(await refusalOf(transact([increment(freshKey())], token))).toBe('IdempotentParameterMismatchException');
    await transact([increment(pk)]);
    expect(await get(pk)).toEqual({ pk, n: 2 });
    expect(await refusalOf(transact([increment(pk)], 'x'.repeat(37)))).toBe('ValidationException');
  });

  check('a token of a transaction that was cancelled is not used up', async () => {
    const [pk, token] = [freshKey(), `token-${Math.floor(performance.now())}-${freshKey()}`];
    const conditional: Actions = [{ Put: { TableName, Item: { pk, n: 2 }, ConditionExpression: exists } }];
    expect(await refusalOf(transact(conditional, token))).toBe('TransactionCanceledException');
    await put({ pk });
    await transact(conditional, token);
    expect(await get(pk)).toEqual({ pk, n: 2 });
  });

  check(
    'a transactional read gives items in the order of the request, and gaps',
    async () => {
      const pk = freshKey();
      await put({ pk, a: 1, b: 2 });
      const Get = { TableName, Key: { pk } };
      const answer = await db().send(new TransactGetCommand({ TransactItems: [{ Get: { TableName, Key: { pk: freshKey() } } }, { Get }] }));
      expect(answer.Responses).toEqual([{}, { Item: { pk, a: 1, b: 2 } }]);
      expect(await refusalOf(db().send(new TransactGetCommand({ TransactItems: [{ Get }, { Get }] })))).toBe('ValidationException');
      expect(await refusalOf(db().send(new TransactGetCommand({ TransactItems: [] })))).toBe('ValidationException');
      const misfit = { Get: { TableName, Key: { pk: 7 } } };
      await expect(db().send(new TransactGetCommand({ TransactItems: [{ Get }, misfit] }))).rejects.toMatchObject({
        name: 'TransactionCanceledException',
        CancellationReasons: [{ Code: 'None' }, { Code: 'ValidationError' }],
      });
    },
    { amazonLocal: 'gives no reasons' },
  );

  check(
    'a transactional read may project',
    async () => {
      const pk = freshKey();
      await put({ pk, a: 1, b: 2 });
      const Get = { TableName, Key: { pk }, ProjectionExpression: 'a' };
      expect((await db().send(new TransactGetCommand({ TransactItems: [{ Get }] }))).Responses).toEqual([{ Item: { a: 1 } }]);
    },
    { dynoxide: 'adds the key' },
  );

  check('a batch reads what the transaction wrote', async () => {
    const keys = [freshKey(), freshKey()];
    await transact(keys.map((pk) => increment(pk)));
    const answer = await db().send(
      new BatchGetCommand({ RequestItems: { [TableName]: { Keys: keys.map((pk) => ({ pk })), ConsistentRead: true } } }),
    );
    expect(answer.Responses?.[TableName]).toHaveLength(2);
  });
});
