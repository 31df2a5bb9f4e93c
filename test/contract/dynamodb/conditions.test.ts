import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { expect } from 'vitest';
import { contract, type Deviations, freshKey, refusalOf } from './contract.ts';

/** `holds`: the write goes through; `fails`: ConditionalCheckFailedException; `refused`: ValidationException, whatever the item. */
type Outcome = 'holds' | 'fails' | 'refused';
type Values = Readonly<Record<string, unknown>>;
type Case = readonly [
  expression: string,
  outcome: Outcome,
  values?: Values | undefined,
  names?: Readonly<Record<string, string>> | undefined,
  dynoxide?: string,
];

const item = {
  a: 1,
  b: 2,
  phrase: 'héllo',
  emoji: '😀',
  list1: ['x', 'y', { deep: [7] }],
  record1: { k: 'v', n: 3, and: 1 },
  strings: new Set(['s1', 's2']),
  numbers1: new Set([9, 10]),
  bytes: new Uint8Array([1, 2, 3]),
  yes: true,
  nothing: null,
};

/** What Amazon's own emulator refuses. */
const AMAZON_LOCAL: Readonly<Record<string, string>> = {
  'a between a and b': 'refuses bounds that are both attributes',
  'b BETWEEN a AND b AND a < b': 'refuses bounds that are both attributes',
};

const comparisons: readonly Case[] = [
  ['a = :v', 'holds', { ':v': 1 }],
  ['a = :v', 'fails', { ':v': 2 }],
  ['a = :v', 'fails', { ':v': '1' }],
  [':v = a', 'holds', { ':v': 1 }],
  ['a <> :v', 'holds', { ':v': '1' }],
  ['a <> :v', 'fails', { ':v': 1 }],
  ['a < b', 'holds'],
  ['a < :v', 'fails', { ':v': 1 }],
  ['a <= :v', 'holds', { ':v': 1 }],
  ['b > a', 'holds'],
  ['a > :v', 'fails', { ':v': 1 }],
  ['a >= :v', 'holds', { ':v': 1 }],
  ['a < :v', 'fails', { ':v': 'text' }],
  ['phrase > :v', 'holds', { ':v': 'heaven' }],
  ['bytes < :v', 'holds', { ':v': new Uint8Array([1, 2, 255]) }],
  ['list1 = :v', 'holds', { ':v': ['x', 'y', { deep: [7] }] }],
  ['record1 = :v', 'holds', { ':v': { and: 1, n: 3, k: 'v' } }],
  ['strings = :v', 'holds', { ':v': new Set(['s2', 's1']) }],
  ['numbers1 = :v', 'holds', { ':v': new Set([10, 9]) }],
  ['yes = :v', 'holds', { ':v': true }],
  ['nothing = :v', 'holds', { ':v': null }],
  ['absent = :v', 'fails', { ':v': 1 }],
  ['absent <> :v', 'holds', { ':v': 1 }],
  ['absent < :v', 'fails', { ':v': 1 }],
  ['absent = unset', 'fails'],
  ['absent <> unset', 'holds'],
  ['list1 > a', 'fails'],
  ['a < :v', 'refused', { ':v': true }, undefined, 'compares types that have no order'],
  ['a >= :v', 'refused', { ':v': [1] }, undefined, 'compares types that have no order'],
  ['a BETWEEN :low AND :high', 'holds', { ':low': 1, ':high': 1 }],
  ['a BETWEEN :low AND :high', 'fails', { ':low': 2, ':high': 3 }],
  ['a between a and b', 'holds'],
  ['a BETWEEN :low AND b', 'fails', { ':low': 2 }],
  ['a BETWEEN :low AND :high', 'refused', { ':low': 2, ':high': 1 }],
  ['a BETWEEN :low AND :high', 'refused', { ':low': 2, ':high': 'z' }],
  ['a IN (:v, :w)', 'holds', { ':v': '1', ':w': 1 }],
  ['a IN (b)', 'fails'],
  ['absent IN (a)', 'fails'],
  ['a IN ()', 'refused'],
];

const functions: readonly Case[] = [
  ['attribute_exists(a)', 'holds'],
  ['attribute_exists(absent)', 'fails'],
  ['attribute_exists (list1[2])', 'holds'],
  ['attribute_exists(list1[3])', 'fails'],
  ['attribute_exists(record1.k)', 'holds'],
  ['attribute_exists(record1[0])', 'fails'],
  ['attribute_exists(list1.k)', 'fails'],
  ['attribute_not_exists(phrase.k)', 'holds'],
  ['attribute_not_exists(nothing)', 'fails'],
  ['attribute_exists(:v)', 'refused', { ':v': 'a' }],
  ['attribute_exists(a, b)', 'refused'],
  ['attribute_exists(a) = b', 'refused'],
  ['Attribute_exists(a)', 'refused', undefined, undefined, 'takes function names in any case'],
  ['attribute_type(nothing, :v)', 'holds', { ':v': 'NULL' }],
  ['attribute_type(numbers1, :v)', 'holds', { ':v': 'NS' }],
  ['attribute_type(numbers1, :v)', 'fails', { ':v': 'SS' }],
  ['attribute_type(absent, :v)', 'fails', { ':v': 'S' }],
  ['attribute_type(a, :v)', 'refused', { ':v': 'DOG' }, undefined, 'takes unknown types'],
  ['attribute_type(a, b)', 'refused', undefined, undefined, 'takes a path as type'],
  ['begins_with(phrase, :v)', 'holds', { ':v': 'hé' }],
  ['begins_with(phrase, :v)', 'fails', { ':v': 'llo' }],
  ['begins_with(bytes, :v)', 'holds', { ':v': new Uint8Array([1, 2]) }],
  ['begins_with(a, :v)', 'fails', { ':v': '1' }],
  ['begins_with(a, :v)', 'refused', { ':v': 1 }],
  ['contains(phrase, :v)', 'holds', { ':v': 'éll' }],
  ['contains(strings, :v)', 'holds', { ':v': 's2' }],
  ['contains(strings, :v)', 'fails', { ':v': 's' }],
  ['contains(numbers1, :v)', 'holds', { ':v': 9 }],
  ['contains(numbers1, :v)', 'fails', { ':v': '9' }],
  ['contains(list1, :v)', 'holds', { ':v': { deep: [7] } }],
  ['contains(bytes, :v)', 'holds', { ':v': new Uint8Array([2]) }],
  ['contains(record1, :v)', 'fails', { ':v': 'k' }],
  ['contains(phrase, record1.k)', 'fails'],
  ['contains(phrase, phrase)', 'refused'],
  ['size(phrase) = :v', 'holds', { ':v': 5 }],
  ['size(emoji) = :v', 'holds', { ':v': 2 }],
  ['size(bytes) = :v', 'holds', { ':v': 3 }],
  ['size(strings) < size(list1)', 'holds'],
  ['size(record1) BETWEEN :v AND :v', 'holds', { ':v': 3 }],
  ['size(a) = :v', 'fails', { ':v': 1 }],
  ['size(phrase) = :v', 'fails', { ':v': '5' }],
  ['size(phrase)', 'refused'],
  ['unknown(phrase)', 'refused'],
  ['if_not_exists(a, b) = b', 'refused'],
];

const logic: readonly Case[] = [
  ['a < b AND b > a', 'holds'],
  ['a < b aNd b < a', 'fails'],
  ['b < a OR a < b', 'holds'],
  ['NOT b < a', 'holds'],
  ['NOT NOT a < b', 'holds'],
  ['a < b OR a < b AND b < a', 'holds'],
  ['(a < b OR a < b) AND b < a', 'fails'],
  ['NOT a < b AND b < a', 'fails'],
  ['NOT (a < b AND b < a)', 'holds'],
  ['b BETWEEN a AND b AND a < b', 'holds'],
  ['((a < b))', 'refused'],
  ['(a < b', 'refused'],
  ['a < b)', 'refused'],
  ['a < b AND', 'refused'],
  ['a < b < a', 'refused'],
  ['a', 'refused'],
  ['a == b', 'refused'],
  ['a = 1', 'refused'],
  ["a = 'x'", 'refused'],
  ['', 'refused'],
];

const names: readonly Case[] = [
  ['list1[2].deep[0] = :v', 'holds', { ':v': 7 }],
  ['record1.#and = a', 'holds', undefined, { '#and': 'and' }],
  ['record1.and = a', 'refused'],
  ['#r.#k = :v', 'holds', { ':v': 'v' }, { '#r': 'record1', '#k': 'k' }],
  ['attribute_not_exists(#dotted)', 'holds', undefined, { '#dotted': 'record1.k' }],
  ['attribute_not_exists(constructor1.toString1)', 'holds'],
  ['attribute_not_exists(#c)', 'holds', undefined, { '#c': 'constructor' }],
  ['status = a', 'refused'],
  ['Status = a', 'refused'],
  ['#0 = :0', 'holds', { ':0': 1 }, { '#0': 'a' }],
  ['_a = b', 'refused', undefined, undefined, 'takes names that begin with an underscore'],
  ['1a = b', 'refused'],
  ['a-b = a', 'refused'],
  ['a..b = a', 'refused'],
  ['list1[-1] = a', 'refused'],
  ['list1[a] = a', 'refused'],
  ['#missing = a', 'refused'],
  ['a = :missing', 'refused'],
  ['a = :v', 'refused', { v: 1 }],
  ['#a = b', 'refused', undefined, { a: 'a' }],
  ['a = :v', 'refused', {}],
  ['a < :v', 'refused', { ':v': 2, ':unused': 3 }],
  ['a < b', 'refused', undefined, { '#unused': 'a' }],
  ['b < :v', 'refused', { ':v': 2, ':unused': 3 }, undefined, 'finds unused values only when the condition holds'],
];

const show = (value: unknown): string => JSON.stringify(value, (_key, each: unknown) => (each instanceof Set ? [...each] : each)) ?? '';

contract('conditions', ({ db, tables, check }) => {
  const outcomeOf = async ([expression, , values, aliases]: Case): Promise<Outcome | string> => {
    const Item = { pk: freshKey(), ...item };
    await db().send(new PutCommand({ TableName: tables.plain, Item }));
    const refusal = await refusalOf(
      db().send(
        new PutCommand({
          TableName: tables.plain,
          Item,
          ConditionExpression: expression,
          ...(values && { ExpressionAttributeValues: values }),
          ...(aliases && { ExpressionAttributeNames: aliases }),
        }),
      ),
    );
    const outcomes: Readonly<Record<string, Outcome>> = {
      'not refused': 'holds',
      ConditionalCheckFailedException: 'fails',
      ValidationException: 'refused',
    };
    return outcomes[refusal] ?? refusal;
  };

  for (const each of [...comparisons, ...functions, ...logic, ...names]) {
    const [expression, outcome, values, aliases, dynoxide] = each;
    const amazonLocal = AMAZON_LOCAL[expression];
    const deviations: Deviations = { ...(dynoxide && { dynoxide }), ...(amazonLocal && { amazonLocal }) };
    check(
      `"${expression}" ${show(values)}${show(aliases)} ${outcome}`,
      async () => expect(await outcomeOf(each)).toBe(outcome),
      deviations,
    );
  }

  const inCandidates = (count: number): Case => {
    const values = Object.fromEntries(Array.from({ length: count }, (_, index) => [`:v${index}`, index]));
    return [`a IN (${Object.keys(values).join(', ')})`, 'holds', values];
  };

  check('IN takes 99 candidates', async () => expect(await outcomeOf(inCandidates(99))).toBe('holds'));
  check('IN refuses 101 candidates', async () => expect(await outcomeOf(inCandidates(101))).toBe('refused'), {
    dynoxide: 'takes any number of candidates',
  });
  check('an expression longer than 4 KB is refused', async () => {
    expect(await outcomeOf([`attribute_exists(a) ${'OR attribute_exists(a) '.repeat(180)}`, 'refused'])).toBe('refused');
  });
});
