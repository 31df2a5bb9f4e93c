import { BatchWriteCommand, DeleteCommand, PutCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { expect } from 'vitest';
import { contract, freshKey } from './contract.ts';
import { type Change, changeOf, readStream } from './emulator-stream.ts';

contract(
  'streams',
  ({ db, running, tables, check }) => {
    /** The changes of one partition, in order; other cases write to the same stream. */
    const changesOf = async (pk: string): Promise<readonly Change[]> => {
      const { memory, emulator } = running();
      const all = memory
        ? memory.database.streamRecords(tables.pairs).map(({ eventName, dynamodb }) => changeOf(eventName, dynamodb))
        : await readStream(emulator ?? '', tables.pairs);
      return all.filter(({ Keys }) => JSON.stringify(Keys['pk']) === JSON.stringify({ S: pk }));
    };
    const put = (Item: Readonly<Record<string, unknown>>) => db().send(new PutCommand({ TableName: tables.pairs, Item }));

    check('a stream records creation, change and deletion with both images', async () => {
      const pk = freshKey();
      const Keys = { pk: { S: pk }, sk: { S: 's' } };
      await put({ pk, sk: 's', n: 1 });
      await db().send(
        new UpdateCommand({
          TableName: tables.pairs,
          Key: { pk, sk: 's' },
          UpdateExpression: 'ADD n :one',
          ExpressionAttributeValues: { ':one': 1 },
        }),
      );
      await db().send(new DeleteCommand({ TableName: tables.pairs, Key: { pk, sk: 's' } }));
      const [one, two] = [
        { ...Keys, n: { N: '1' } },
        { ...Keys, n: { N: '2' } },
      ];
      expect(await changesOf(pk)).toEqual([
        { eventName: 'INSERT', Keys, NewImage: one },
        { eventName: 'MODIFY', Keys, OldImage: one, NewImage: two },
        { eventName: 'REMOVE', Keys, OldImage: two },
      ]);
    });

    check('what was not there and stays away leaves no record', async () => {
      const pk = freshKey();
      await db().send(new DeleteCommand({ TableName: tables.pairs, Key: { pk, sk: 'absent' } }));
      expect(await changesOf(pk)).toEqual([]);
    });

    check(
      'a write that changes nothing leaves no record',
      async () => {
        const pk = freshKey();
        await put({ pk, sk: 's', strings: new Set(['a', 'b']) });
        await put({ pk, sk: 's', strings: new Set(['b', 'a']) });
        await db().send(new UpdateCommand({ TableName: tables.pairs, Key: { pk, sk: 's' }, UpdateExpression: 'REMOVE absent' }));
        expect(await changesOf(pk)).toHaveLength(1);
      },
      { dynoxide: 'records every write' },
    );

    check('batches and transactions record each of their writes, checks none', async () => {
      const pk = freshKey();
      const puts = ['s1', 's2'].map((sk) => ({ PutRequest: { Item: { pk, sk } } }));
      await db().send(new BatchWriteCommand({ RequestItems: { [tables.pairs]: puts } }));
      await db().send(
        new TransactWriteCommand({
          TransactItems: [
            { ConditionCheck: { TableName: tables.pairs, Key: { pk, sk: 's1' }, ConditionExpression: 'attribute_exists(pk)' } },
            { Delete: { TableName: tables.pairs, Key: { pk, sk: 's2' } } },
            { Put: { TableName: tables.pairs, Item: { pk, sk: 's3' } } },
          ],
        }),
      );
      const names = (await changesOf(pk)).map(({ eventName, Keys }) => `${eventName} ${Object.values(Keys['sk'] ?? {})}`);
      expect(names.sort()).toEqual(['INSERT s1', 'INSERT s2', 'INSERT s3', 'REMOVE s2']);
    });
  },
  { endpoint: 'skipped: streams are read without the SDK, hence unsigned' },
);
