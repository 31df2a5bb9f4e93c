import { type AttributeValue, GetItemCommand, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { expect } from 'vitest';
import { contract, freshKey, refusalOf } from './contract.ts';

/** As written → as given back; undefined: refused. */
const numbers: readonly (readonly [written: string, kept: string | undefined])[] = [
  ['0', '0'],
  ['-0', '0'],
  ['0.00', '0'],
  ['+5', '5'],
  ['00012.50', '12.5'],
  ['.5', '0.5'],
  ['1e3', '1000'],
  ['1E-5', '0.00001'],
  ['-12.5e1', '-125'],
  ['9007199254740993', '9007199254740993'],
  ['12345678901234567890123456789012345678', '12345678901234567890123456789012345678'],
  ['1.0000000000000000000000000000000000000000000', '1'],
  ['1e125', `1${'0'.repeat(125)}`],
  ['1e-130', `0.${'0'.repeat(129)}1`],
  ['123456789012345678901234567890123456789', undefined],
  ['1e126', undefined],
  ['1e-131', undefined],
  ['', undefined],
  ['abc', undefined],
  ['0x1', undefined],
  [' 1', undefined],
  ['NaN', undefined],
];

const sums: readonly (readonly [a: string, b: string, sum: string | undefined])[] = [
  ['0.1', '0.2', '0.3'],
  ['99999999999999999999999999999999999999', '-1', '99999999999999999999999999999999999998'],
  ['9007199254740993', '2', '9007199254740995'],
  ['1e30', '1e-30', undefined],
  ['9e125', '9e125', undefined],
];

contract('values', ({ db, tables, check }) => {
  const putRaw = (pk: string, n: string) =>
    db().send(new PutItemCommand({ TableName: tables.plain, Item: { pk: { S: pk }, n: { N: n } } }));
  const getRaw = async (pk: string) => (await db().send(new GetItemCommand({ TableName: tables.plain, Key: { pk: { S: pk } } }))).Item;
  const put = (item: Readonly<Record<string, unknown>>, TableName = tables.plain) => db().send(new PutCommand({ TableName, Item: item }));

  for (const [written, kept] of numbers) {
    check(`the number "${written}" is ${kept === undefined ? 'refused' : `kept as ${kept}`}`, async () => {
      const pk = freshKey();
      expect(await refusalOf(putRaw(pk, written))).toBe(kept === undefined ? 'ValidationException' : 'not refused');
      expect((await getRaw(pk))?.['n']).toEqual(kept === undefined ? undefined : { N: kept });
    });
  }

  for (const [a, b, sum] of sums) {
    check(`${a} + ${b} is ${sum ?? 'refused'}`, async () => {
      const pk = freshKey();
      await putRaw(pk, a);
      const add = new UpdateItemCommand({
        TableName: tables.plain,
        Key: { pk: { S: pk } },
        UpdateExpression: 'ADD n :b',
        ExpressionAttributeValues: { ':b': { N: b } },
      });
      expect(await refusalOf(db().send(add))).toBe(sum === undefined ? 'ValidationException' : 'not refused');
      if (sum !== undefined) expect((await getRaw(pk))?.['n']).toEqual({ N: sum });
    });
  }

  check('every type comes back as it was written', async () => {
    const item = {
      pk: freshKey(),
      text: 'ДОГ/2026-№7 😀',
      empty: '',
      number: -1.5,
      bytes: new Uint8Array([0, 255]),
      noBytes: new Uint8Array(),
      yes: true,
      no: false,
      nothing: null,
      list: [1, 'a', [null], { k: [] }],
      map: { k: {}, 'any name.#[0]': 1 },
      strings: new Set(['b', 'a', '']),
      numbers: new Set([10, 9]),
      binaries: new Set([new Uint8Array([1]), new Uint8Array([2])]),
    };
    await put(item);
    expect((await db().send(new GetCommand({ TableName: tables.plain, Key: { pk: item.pk } }))).Item).toEqual(item);
  });

  const refusedValues: Readonly<Record<string, AttributeValue>> = {
    'an empty set': { SS: [] },
    'a set with a string twice': { SS: ['a', 'a'] },
    'a set with a number twice': { NS: ['1', '1.0'] },
    'a null that is false': { NULL: false },
    'a value without a type': {} as AttributeValue,
    '32 lists around a string': Array.from({ length: 32 }).reduce<AttributeValue>((inner) => ({ L: [inner] }), { S: 'deep' }),
  };
  for (const [name, value] of Object.entries(refusedValues)) {
    check(`${name} is refused`, async () => {
      const call = db().send(new PutItemCommand({ TableName: tables.plain, Item: { pk: { S: freshKey() }, value } }));
      expect(await refusalOf(call)).toBe('ValidationException');
    });
  }

  check('31 lists around a string are taken', async () => {
    const value = Array.from({ length: 31 }).reduce((inner) => [inner], 'deep');
    await put({ pk: freshKey(), value });
  });

  check('an item may have 400 KB, names included, and not a byte more', async () => {
    const pk = freshKey();
    const rest = 'pk'.length + pk.length + 'x'.length;
    const fill = (bytes: number) => put({ pk, x: 'x'.repeat(bytes - rest) });
    expect(await refusalOf(fill(400 * 1024))).toBe('not refused');
    expect(await refusalOf(fill(400 * 1024 + 1))).toBe('ValidationException');
  });

  const misfits: readonly (readonly [name: string, item: Readonly<Record<string, unknown>>])[] = [
    ['without its sort key', { pk: 'a' }],
    ['with a partition key of the wrong type', { pk: 1, sk: 'a' }],
    ['with a sort key of the wrong type', { pk: 'a', sk: true }],
    ['with an empty key', { pk: '', sk: 'a' }],
    ['with a partition key longer than 2048 bytes', { pk: 'я'.repeat(1025), sk: 'a' }],
    ['with a sort key longer than 1024 bytes', { pk: 'a', sk: 'x'.repeat(1025) }],
    ['with an index key of the wrong type', { pk: 'a', sk: 'a', team: 1 }],
    ['with a null index key', { pk: 'a', sk: 'a', ranking: null }],
    ['with an empty index key', { pk: 'a', sk: 'a', team: '' }],
  ];
  for (const [name, item] of misfits) {
    check(`an item ${name} is refused`, async () => expect(await refusalOf(put(item, tables.pairs))).toBe('ValidationException'));
  }

  const wrongKeys: readonly Readonly<Record<string, unknown>>[] = [
    { pk: 'a' },
    { pk: 'a', sk: 1 },
    { pk: 'a', sk: 'a', more: 'a' },
    { pk: 'a', sk: '' },
  ];
  for (const Key of wrongKeys) {
    check(`the key ${JSON.stringify(Key)} does not fit the table`, async () => {
      expect(await refusalOf(db().send(new GetCommand({ TableName: tables.pairs, Key })))).toBe('ValidationException');
    });
  }

  check('an unknown table is no resource', async () => {
    expect(await refusalOf(put({ pk: 'a' }, 'no-such-table'))).toBe('ResourceNotFoundException');
  });
});
