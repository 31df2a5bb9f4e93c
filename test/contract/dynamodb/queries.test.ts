import { BatchWriteCommand, GetCommand, PutCommand, QueryCommand, type QueryCommandInput, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { expect } from 'vitest';
import { contract, freshKey, refusalOf } from './contract.ts';

type Document = Readonly<Record<string, unknown>>;
type Query = Omit<QueryCommandInput, 'TableName'>;

/** What is asked of the partition's sort keys s0 … s5, and which of them answer; undefined: refused. */
const sortConditions: readonly (readonly [condition: string, values: Document, found: string | undefined, dynoxide?: string])[] = [
  ['pk = :p', {}, '0 1 2 3 4 5'],
  ['pk = :p AND sk = :s', { ':s': 's3' }, '3'],
  ['pk = :p AND sk < :s', { ':s': 's2' }, '0 1'],
  ['pk = :p AND sk <= :s', { ':s': 's2' }, '0 1 2'],
  ['pk = :p AND sk > :s', { ':s': 's3' }, '4 5'],
  ['pk = :p AND sk >= :s', { ':s': 's3' }, '3 4 5'],
  ['pk = :p AND sk BETWEEN :s AND :t', { ':s': 's1', ':t': 's3x' }, '1 2 3'],
  ['pk = :p AND begins_with(sk, :s)', { ':s': 's' }, '0 1 2 3 4 5'],
  ['pk = :p AND begins_with(sk, :s)', { ':s': 's4' }, '4'],
  ['pk = :p AND begins_with(sk, :s)', { ':s': 'z' }, ''],
  ['sk > :s and (pk = :p)', { ':s': 's3' }, '4 5'],
  ['pk > :p', {}, undefined],
  ['pk = :p AND sk <> :s', { ':s': 's1' }, undefined],
  ['pk = :p OR sk = :s', { ':s': 's1' }, undefined],
  ['pk = :p AND NOT sk = :s', { ':s': 's1' }, undefined],
  ['pk = :p AND sk IN (:s)', { ':s': 's1' }, undefined],
  ['pk = :p AND contains(sk, :s)', { ':s': 's' }, undefined],
  ['pk = :p AND a = :s', { ':s': 's1' }, undefined],
  ['pk = :p AND sk > :s AND sk < :t', { ':s': 's1', ':t': 's3' }, undefined],
  ['pk = :p AND sk BETWEEN :s AND :t', { ':s': 's3', ':t': 's1' }, undefined],
  ['pk.x = :p', {}, undefined],
  ['attribute_exists(pk) AND sk = :p', {}, undefined],
  ['pk = :p AND sk = :s', { ':s': 1 }, undefined, 'finds nothing instead'],
  ['pk = :p AND sk > :s', { ':s': '' }, undefined, 'takes an empty key'],
];

contract('queries', ({ db, tables, check }) => {
  const putAll = async (items: readonly Document[], table = tables.pairs): Promise<void> => {
    for (const item of items) await db().send(new PutCommand({ TableName: table, Item: item }));
  };
  const run = (input: Query, table = tables.pairs) => db().send(new QueryCommand({ TableName: table, ...input }));
  const partition = async (): Promise<string> => {
    const pk = freshKey();
    await putAll([0, 1, 2, 3, 4, 5].map((n) => ({ pk, sk: `s${n}`, n, a: `a${n}` })));
    return pk;
  };
  const of = (pk: string): Query => ({ KeyConditionExpression: 'pk = :p', ExpressionAttributeValues: { ':p': pk } });
  const numbersOf = (items: readonly Document[] | undefined): string => (items ?? []).map(({ n }) => n).join(' ');

  for (const [condition, values, found, dynoxide] of sortConditions) {
    check(
      `"${condition}" ${JSON.stringify(values)} ${found === undefined ? 'is refused' : `finds ${found || 'nothing'}`}`,
      async () => {
        const pk = await partition();
        const call = run({ KeyConditionExpression: condition, ExpressionAttributeValues: { ':p': pk, ...values } });
        if (found === undefined) expect(await refusalOf(call)).toBe('ValidationException');
        else expect(numbersOf((await call).Items)).toBe(found);
      },
      dynoxide === undefined ? {} : { dynoxide },
    );
  }

  check('numbers sort by value, in both directions', async () => {
    const pk = freshKey();
    const sorted = [-1e15, -100, -10, -1.5, -1, -1e-30, -1e-31, 0, 1e-31, 1e-30, 0.25, 1, 1.5, 9, 10, 1e15];
    await putAll(
      sorted.toSorted((x, y) => String(x).localeCompare(String(y))).map((seq) => ({ pk, seq, n: seq })),
      tables.numbers,
    );
    expect(numbersOf((await run(of(pk), tables.numbers)).Items)).toBe(sorted.join(' '));
    expect(numbersOf((await run({ ...of(pk), ScanIndexForward: false }, tables.numbers)).Items)).toBe(sorted.toReversed().join(' '));
    const between = {
      KeyConditionExpression: 'pk = :p AND seq BETWEEN :a AND :b',
      ExpressionAttributeValues: { ':p': pk, ':a': -7, ':b': 0.3 },
    };
    expect(numbersOf((await run(between, tables.numbers)).Items)).toBe(sorted.filter((n) => n >= -7 && n <= 0.3).join(' '));
  });

  check('strings sort by their UTF-8 bytes', async () => {
    const pk = freshKey();
    const sorted = ['A', 'Z', 'a', 'z', 'ß', 'я', '\uFFFD', '😀'];
    await putAll(sorted.toReversed().map((sk) => ({ pk, sk, n: sk })));
    expect(numbersOf((await run(of(pk))).Items)).toBe(sorted.join(' '));
  });

  for (const forward of [true, false]) {
    check(`pages join to the whole, ${forward ? 'forward' : 'backward'}`, async () => {
      const pk = await partition();
      const pages: string[] = [];
      let start: Document | undefined;
      do {
        const page = await run({ ...of(pk), Limit: 4, ScanIndexForward: forward, ExclusiveStartKey: start });
        pages.push(numbersOf(page.Items));
        start = page.LastEvaluatedKey;
      } while (start !== undefined);
      expect(pages).toEqual(forward ? ['0 1 2 3', '4 5'] : ['5 4 3 2', '1 0']);
    });
  }

  check('a page that ends with the last item does not know it yet', async () => {
    const pk = await partition();
    const page = await run({ ...of(pk), Limit: 6 });
    expect(page.LastEvaluatedKey).toEqual({ pk, sk: 's5' });
    const next = await run({ ...of(pk), Limit: 6, ExclusiveStartKey: page.LastEvaluatedKey });
    expect(next).toMatchObject({ Count: 0, Items: [] });
    expect(next.LastEvaluatedKey).toBeUndefined();
  });

  check('the starting key need not exist', async () => {
    const pk = await partition();
    expect(numbersOf((await run({ ...of(pk), ExclusiveStartKey: { pk, sk: 's2x' } })).Items)).toBe('3 4 5');
    expect(numbersOf((await run({ ...of(pk), ExclusiveStartKey: { pk, sk: 's2x' }, ScanIndexForward: false })).Items)).toBe('2 1 0');
  });

  for (const start of [{ pk: 'p' }, { pk: 'p', sk: 1 }, { pk: 'p', sk: 's', more: 's' }]) {
    check(`the starting key ${JSON.stringify(start)} is refused`, async () => {
      expect(await refusalOf(run({ ...of('p'), ExclusiveStartKey: start }))).toBe('ValidationException');
    });
  }

  check(
    'a starting key of another partition, or out of the queried range, is refused',
    async () => {
      const pk = await partition();
      expect(await refusalOf(run({ ...of(pk), ExclusiveStartKey: { pk: 'elsewhere', sk: 's' } }))).toBe('ValidationException');
      const above = { KeyConditionExpression: 'pk = :p AND sk > :s', ExpressionAttributeValues: { ':p': pk, ':s': 's3' } };
      expect(await refusalOf(run({ ...above, ExclusiveStartKey: { pk, sk: 's1' } }))).toBe('ValidationException');
    },
    { dynoxide: 'reads on from it' },
  );

  check('a filter narrows what was read, after the limit', async () => {
    const pk = await partition();
    const filtered: Query = {
      KeyConditionExpression: 'pk = :p',
      FilterExpression: 'n > :n',
      ExpressionAttributeValues: { ':p': pk, ':n': 2 },
    };
    expect(await run(filtered)).toMatchObject({ Count: 3, ScannedCount: 6 });
    const page = await run({ ...filtered, Limit: 4 });
    expect(page).toMatchObject({ Count: 1, ScannedCount: 4, LastEvaluatedKey: { pk, sk: 's3' } });
    expect(numbersOf(page.Items)).toBe('3');
  });

  check('a filter on key attributes is refused', async () => {
    const call = run({ ...of('p'), FilterExpression: 'sk = :p' });
    expect(await refusalOf(call)).toBe('ValidationException');
  });

  check('a projection gives the named parts in their places', async () => {
    const pk = freshKey();
    await putAll([{ pk, sk: 's', a: 1, m: { x: 1, y: [10, 11, 12] }, l: [0, { q: 1, r: 2 }, 2] }]);
    const projected = async (ProjectionExpression: string) =>
      (await db().send(new GetCommand({ TableName: tables.pairs, Key: { pk, sk: 's' }, ProjectionExpression }))).Item;
    expect(await projected('a, sk')).toEqual({ a: 1, sk: 's' });
    expect(await projected('m.x, m.y[1]')).toEqual({ m: { x: 1, y: [11] } });
    expect(await projected('l[2], l[0]')).toEqual({ l: [0, 2] });
    expect(await projected('l[1].q, absent, m.z')).toEqual({ l: [{ q: 1 }] });
    expect(await projected('absent, l[9]')).toEqual({});
    for (const malformed of ['', 'a,', 'a a', 'a, a', 'm, m.x', 'name', '#missing']) {
      expect(await refusalOf(projected(malformed)), malformed).toBe('ValidationException');
    }
  });

  check('select chooses between items and their count', async () => {
    const pk = await partition();
    const counted = await run({ ...of(pk), Select: 'COUNT' });
    expect(counted).toMatchObject({ Count: 6, ScannedCount: 6 });
    expect(counted.Items).toBeUndefined();
    const refused: readonly Query[] = [
      { Select: 'COUNT', ProjectionExpression: 'a' },
      { Select: 'SPECIFIC_ATTRIBUTES' },
      { Select: 'ALL_PROJECTED_ATTRIBUTES' },
      { Limit: 0 },
      { IndexName: 'no-such-index' },
      { KeyConditionExpression: undefined },
    ];
    for (const each of refused) expect(await refusalOf(run({ ...of(pk), ...each })), JSON.stringify(each)).toBe('ValidationException');
  });

  check('a page reads about 1 MB, and the pages join to the whole', async () => {
    const pk = freshKey();
    for (const half of [0, 6]) {
      const puts = [0, 1, 2, 3, 4, 5].map((n) => ({ PutRequest: { Item: { pk, seq: half + n, x: 'x'.repeat(200 * 1024) } } }));
      await db().send(new BatchWriteCommand({ RequestItems: { [tables.numbers]: puts } }));
    }
    const counts: number[] = [];
    let start: Document | undefined;
    do {
      const page = await run({ ...of(pk), Select: 'COUNT', ExclusiveStartKey: start }, tables.numbers);
      counts.push(page.Count ?? 0);
      start = page.LastEvaluatedKey;
    } while (start !== undefined);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(12);
    expect(counts.slice(0, -1).every((count) => count === 5 || count === 6)).toBe(true);
  });

  check('a scan reads everything once, whatever its order', async () => {
    const marks = Array.from({ length: 9 }, (_, n) => ({ pk: freshKey(), mark: 'scanned', n }));
    await putAll(marks, tables.plain);
    const found: Document[] = [];
    let start: Document | undefined;
    do {
      const page = await db().send(
        new ScanCommand({
          TableName: tables.plain,
          FilterExpression: 'mark = :m',
          ExpressionAttributeValues: { ':m': 'scanned' },
          Limit: 2,
          ExclusiveStartKey: start,
        }),
      );
      found.push(...(page.Items ?? []));
      start = page.LastEvaluatedKey;
    } while (start !== undefined);
    expect(found.map(({ n }) => n).sort()).toEqual(marks.map(({ n }) => n));
  });
});
