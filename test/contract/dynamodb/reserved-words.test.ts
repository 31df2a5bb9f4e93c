import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { expect } from 'vitest';
import { reservedWords } from '../../support/simulated-aws/dynamodb/expressions/reserved-words.ts';
import { contract, freshKey, refusalOf } from './contract.ts';

contract('reserved-words', ({ db, tables, check }) => {
  const project = (ProjectionExpression: string, ExpressionAttributeNames?: Record<string, string>) =>
    db().send(new GetCommand({ TableName: tables.plain, Key: { pk: freshKey() }, ProjectionExpression, ExpressionAttributeNames }));

  check(
    'all 573 documented words need an alias',
    async () => {
      expect(reservedWords.size).toBe(573);
      const taken: string[] = [];
      for (const word of reservedWords) if ((await refusalOf(project(word.toLowerCase()))) !== 'ValidationException') taken.push(word);
      expect(taken).toEqual([]);
    },
    { amazonLocal: 'takes CONVERT and SIZE' },
  );

  check('under an alias every name is free', async () => {
    expect(await refusalOf(project('#name, #status.#size', { '#name': 'name', '#status': 'status', '#size': 'size' }))).toBe('not refused');
  });

  check('the attribute names of our domain are no reserved words', async () => {
    for (const name of ['policyNumber', 'dueOn', 'amountMinor', 'generation', 'payload']) {
      expect(await refusalOf(project(name)), name).toBe('not refused');
    }
  });
});
