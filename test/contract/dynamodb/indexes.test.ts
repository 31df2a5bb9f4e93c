import { DeleteCommand, PutCommand, QueryCommand, type QueryCommandInput, ScanCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { expect } from 'vitest';
import { contract, freshKey, refusalOf } from './contract.ts';

type Document = Readonly<Record<string, unknown>>;

contract('indexes', ({ db, tables, check }) => {
  const put = (item: Document) => db().send(new PutCommand({ TableName: tables.pairs, Item: item }));
  const query = (IndexName: string, team: string, more: Partial<QueryCommandInput> = {}) =>
    db().send(
      new QueryCommand({
        TableName: tables.pairs,
        IndexName,
        KeyConditionExpression: 'team = :t',
        ...more,
        ExpressionAttributeValues: { ':t': team, ...more.ExpressionAttributeValues },
      }),
    );
  const itemsIn = async (IndexName: string, team: string) => (await query(IndexName, team)).Items;

  check('an item is in an index while it has its key attributes', async () => {
    const [team, pk] = [freshKey(), freshKey()];
    await put({ pk, sk: 's', team });
    expect(await itemsIn('byTeam', team)).toEqual([]);
    expect(await itemsIn('keysOnly', team)).toEqual([{ pk, sk: 's', team }]);
    const update = (UpdateExpression: string, values?: Document) =>
      db().send(new UpdateCommand({ TableName: tables.pairs, Key: { pk, sk: 's' }, UpdateExpression, ExpressionAttributeValues: values }));
    await update('SET ranking = :r', { ':r': 3 });
    expect(await itemsIn('byTeam', team)).toEqual([{ pk, sk: 's', team, ranking: 3 }]);
    await update('REMOVE team');
    expect(await itemsIn('byTeam', team)).toEqual([]);
    expect(await itemsIn('keysOnly', team)).toEqual([]);
  });

  check('an item moves when its index key changes, and leaves when it is deleted', async () => {
    const [from, to, pk] = [freshKey(), freshKey(), freshKey()];
    await put({ pk, sk: 's', team: from, ranking: 1 });
    await put({ pk, sk: 's', team: to, ranking: 2 });
    expect(await itemsIn('byTeam', from)).toEqual([]);
    expect(await itemsIn('byTeam', to)).toHaveLength(1);
    await db().send(new DeleteCommand({ TableName: tables.pairs, Key: { pk, sk: 's' } }));
    expect(await itemsIn('byTeam', to)).toEqual([]);
  });

  check('an index holds what is projected into it', async () => {
    const [team, pk] = [freshKey(), freshKey()];
    const item = { pk, sk: 's', team, ranking: 1, a: 'a', c: 'c' };
    await put(item);
    expect(await itemsIn('byTeam', team)).toEqual([item]);
    expect(await itemsIn('keysOnly', team)).toEqual([{ pk, sk: 's', team }]);
    expect(await itemsIn('included', team)).toEqual([{ pk, sk: 's', team, a: 'a' }]);
    expect((await query('included', team, { ProjectionExpression: 'a' })).Items).toEqual([{ a: 'a' }]);
    expect((await query('included', team, { Select: 'ALL_PROJECTED_ATTRIBUTES' })).Items).toHaveLength(1);
    expect(await refusalOf(query('included', team, { Select: 'ALL_ATTRIBUTES' }))).toBe('ValidationException');
  });

  check(
    'an index does not fetch from its table what is not projected',
    async () => {
      expect(await refusalOf(query('included', 'any', { ProjectionExpression: 'c' }))).toBe('ValidationException');
      const filter = { FilterExpression: 'c = :c', ExpressionAttributeValues: { ':c': 1 } };
      expect(await refusalOf(query('included', 'any', filter))).toBe('ValidationException');
    },
    { dynoxide: 'takes it for absent' },
  );

  check('an index cannot be read consistently', async () => {
    expect(await refusalOf(query('byTeam', 'any', { ConsistentRead: true }))).toBe('ValidationException');
  });

  check('entries sort by the index sort key; equal ones stay together over pages', async () => {
    const team = freshKey();
    const rankings = [2, 10, -1, 2, 10, 2];
    for (const [index, ranking] of rankings.entries()) await put({ pk: freshKey(), sk: `s${index}`, team, ranking });
    for (const ScanIndexForward of [true, false]) {
      const found: Document[] = [];
      let start: Document | undefined;
      do {
        const page = await query('byTeam', team, { Limit: 2, ScanIndexForward, ExclusiveStartKey: start });
        found.push(...(page.Items ?? []));
        start = page.LastEvaluatedKey;
        if (start !== undefined) expect(Object.keys(start).sort()).toEqual(['pk', 'ranking', 'sk', 'team']);
      } while (start !== undefined);
      const sorted = rankings.toSorted((a, b) => (ScanIndexForward ? a - b : b - a));
      expect(found.map(({ ranking }) => ranking)).toEqual(sorted);
      expect(new Set(found.map(({ sk }) => sk)).size).toBe(rankings.length);
    }
  });

  check('a starting key of an index needs index key and table key', async () => {
    expect(await refusalOf(query('byTeam', 't', { ExclusiveStartKey: { team: 't', ranking: 1 } }))).toBe('ValidationException');
    expect(await refusalOf(query('byTeam', 't', { ExclusiveStartKey: { pk: 'p', sk: 's' } }))).toBe('ValidationException');
  });

  check('a range of the index sort key is found', async () => {
    const team = freshKey();
    for (const ranking of [1, 2, 3, 4]) await put({ pk: freshKey(), sk: 's', team, ranking });
    const range = await query('byTeam', team, {
      KeyConditionExpression: 'team = :t AND ranking BETWEEN :a AND :b',
      ExpressionAttributeValues: { ':a': 2, ':b': 3 },
    });
    expect(range.Items?.map(({ ranking }) => ranking)).toEqual([2, 3]);
  });

  check('a filter on an index may look at the table key', async () => {
    const team = freshKey();
    for (const sk of ['s1', 's2']) await put({ pk: freshKey(), sk, team, ranking: 1 });
    const filtered = await query('byTeam', team, { FilterExpression: 'sk = :s', ExpressionAttributeValues: { ':s': 's2' } });
    expect(filtered).toMatchObject({ Count: 1, ScannedCount: 2 });
    expect(await refusalOf(query('byTeam', team, { FilterExpression: 'ranking = :t' }))).toBe('ValidationException');
  });

  check('an index can be scanned', async () => {
    const team = freshKey();
    await put({ pk: freshKey(), sk: 's', team });
    const scanned = await db().send(new ScanCommand({ TableName: tables.pairs, IndexName: 'keysOnly' }));
    expect(scanned.Items?.filter((item) => item['team'] === team)).toHaveLength(1);
    expect(await refusalOf(db().send(new ScanCommand({ TableName: tables.pairs, IndexName: 'keysOnly', ConsistentRead: true })))).toBe(
      'ValidationException',
    );
  });
});
