import {
  BatchGetCommand,
  BatchWriteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import {
  createMemoryDynamoDb,
  type MemoryDynamoDb,
  type MemoryDynamoDbOptions,
} from '../../support/simulated-aws/dynamodb/memory-dynamodb.ts';
import { refusalOf, tableDefinitions } from './contract.ts';

/** What only the in-memory database can do: be slow at its indexes, half-hearted in batches, broken on the wire, and go back in time. */
const start = (options: MemoryDynamoDbOptions = {}): MemoryDynamoDb => createMemoryDynamoDb(tableDefinitions('hooks'), options);
const [plain, pairs] = ['hooks-plain', 'hooks-pairs'];

const put = (db: MemoryDynamoDb, Item: Readonly<Record<string, unknown>>, TableName = plain) =>
  db.send(new PutCommand({ TableName, Item }));
const get = async (db: MemoryDynamoDb, pk: string) => (await db.send(new GetCommand({ TableName: plain, Key: { pk } }))).Item;
const team = async (db: MemoryDynamoDb, name: string) => {
  const answer = await db.send(
    new QueryCommand({
      TableName: pairs,
      IndexName: 'keysOnly',
      KeyConditionExpression: 'team = :t',
      ExpressionAttributeValues: { ':t': name },
    }),
  );
  return answer.Items?.map(({ sk }) => sk);
};

describe('a held index', () => {
  it('is stale until its updates are released, the oldest first', async () => {
    let isHeld = true;
    const db = start({ holdIndexUpdate: () => isHeld });
    await put(db, { pk: 'a', sk: 's1', team: 'red' }, pairs);
    await put(db, { pk: 'a', sk: 's2', team: 'red' }, pairs);
    expect(await team(db, 'red')).toEqual([]);
    isHeld = false;
    await put(db, { pk: 'a', sk: 's1', team: 'blue' }, pairs);
    expect(await team(db, 'blue')).toEqual([]);
    const held = db.database.releaseIndexUpdates(pairs, 1);
    expect(held).toBe(1);
    expect(db.database.releaseIndexUpdates(pairs)).toBeGreaterThan(0);
    expect(await team(db, 'red')).toEqual(['s2']);
    expect(await team(db, 'blue')).toEqual(['s1']);
  });

  it('may be one of several, and still gives what is deleted from the table', async () => {
    const held = new Set(['keysOnly']);
    const db = start();
    await put(db, { pk: 'a', sk: 's1', team: 'red', ranking: 1 }, pairs);
    const stale = start({ holdIndexUpdate: ({ index, table, key }) => held.has(index) && table === pairs && Object.hasOwn(key, 'pk') });
    stale.database.restore(db.database.snapshot());
    await put(stale, { pk: 'a', sk: 's1', team: 'blue', ranking: 1 }, pairs);
    expect(await team(stale, 'red')).toEqual(['s1']);
    const included = new QueryCommand({
      TableName: pairs,
      IndexName: 'included',
      KeyConditionExpression: 'team = :t',
      ExpressionAttributeValues: { ':t': 'blue' },
    });
    expect((await stale.send(included)).Count).toBe(1);
  });
});

describe('an unprocessed part of a batch', () => {
  it('is given back to be asked for again', async () => {
    let left = 1;
    const db = start({ leaveUnprocessed: ({ key }) => key['pk'] !== undefined && 'S' in key['pk'] && key['pk'].S === 'b' && left-- > 0 });
    const puts = ['a', 'b'].map((pk) => ({ PutRequest: { Item: { pk } } }));
    const written = await db.send(new BatchWriteCommand({ RequestItems: { [plain]: puts } }));
    expect(written.UnprocessedItems).toEqual({ [plain]: [{ PutRequest: { Item: { pk: 'b' } } }] });
    await db.send(new BatchWriteCommand({ RequestItems: written.UnprocessedItems }));
    left = 1;
    const found = await db.send(
      new BatchGetCommand({ RequestItems: { [plain]: { Keys: [{ pk: 'a' }, { pk: 'b' }], ConsistentRead: true } } }),
    );
    expect(found.Responses).toEqual({ [plain]: [{ pk: 'a' }] });
    const rest = await db.send(new BatchGetCommand({ RequestItems: found.UnprocessedKeys }));
    expect(rest.Responses).toEqual({ [plain]: [{ pk: 'b' }] });
  });
});

describe('a fault on the wire', () => {
  const lost = () => Object.assign(new Error('socket hang up'), { name: 'TimeoutError', code: 'ECONNRESET' });

  it('before the service leaves nothing, after it leaves the write', async () => {
    let fault: 'before' | 'after' = 'before';
    const db = start({
      intercept: (_call, serve) => {
        if (fault === 'after') serve();
        throw lost();
      },
    });
    expect(await refusalOf(put(db, { pk: 'a' }))).toBe('TimeoutError');
    const { database } = db;
    expect(database.handle('GetItem', { TableName: plain, Key: { pk: { S: 'a' } } })).toEqual({ status: 200, body: {} });
    fault = 'after';
    expect(await refusalOf(put(db, { pk: 'a' }))).toBe('TimeoutError');
    expect(database.handle('GetItem', { TableName: plain, Key: { pk: { S: 'a' } } })).toEqual({
      status: 200,
      body: { Item: { pk: { S: 'a' } } },
    });
  });

  it('is retried by the real SDK, and a transaction counts once by its token', async () => {
    let faults = 1;
    const seen: string[] = [];
    const db = start({
      maxAttempts: 3,
      intercept: ({ target }, serve) => {
        seen.push(target);
        const answer = serve();
        if (faults-- > 0) throw lost();
        return answer;
      },
    });
    const Update = { TableName: plain, Key: { pk: 'a' }, UpdateExpression: 'ADD n :one', ExpressionAttributeValues: { ':one': 1 } };
    await db.send(new TransactWriteCommand({ TransactItems: [{ Update }] }));
    expect(seen).toEqual(['TransactWriteItems', 'TransactWriteItems']);
    expect(await get(db, 'a')).toEqual({ pk: 'a', n: 1 });
  });

  it('may be an answer in the service’s stead', async () => {
    const body = { __type: 'com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException', message: 'slow down' };
    const db = start({ intercept: async () => ({ status: 400, body }) });
    expect(await refusalOf(put(db, { pk: 'a' }))).toBe('ProvisionedThroughputExceededException');
  });
});

describe('time and state', () => {
  it('a token is forgotten after ten minutes', async () => {
    let now = 1_000;
    const db = start({ now: () => now });
    const Update = { TableName: plain, Key: { pk: 'a' }, UpdateExpression: 'ADD n :one', ExpressionAttributeValues: { ':one': 1 } };
    const transact = () => db.send(new TransactWriteCommand({ TransactItems: [{ Update }], ClientRequestToken: 'token' }));
    await transact();
    now += 10 * 60 * 1000 - 1;
    await transact();
    expect(await get(db, 'a')).toEqual({ pk: 'a', n: 1 });
    now += 1;
    await transact();
    expect(await get(db, 'a')).toEqual({ pk: 'a', n: 2 });
  });

  it('a snapshot is not touched by what comes after, nor by what is restored from it', async () => {
    const db = start({ holdIndexUpdate: () => true });
    await put(db, { pk: 'a', sk: 's1', team: 'red' }, pairs);
    const snapshot = db.database.snapshot();
    await put(db, { pk: 'a', sk: 's2', team: 'red' }, pairs);
    const copy = start();
    copy.database.restore(snapshot);
    expect(copy.database.streamRecords(pairs)).toHaveLength(1);
    await put(copy, { pk: 'a', sk: 's3', team: 'red' }, pairs);
    expect(await team(copy, 'red')).toEqual([]);
    copy.database.releaseIndexUpdates(pairs);
    expect(await team(copy, 'red')).toEqual(['s1', 's3']);
    db.database.restore(snapshot);
    db.database.releaseIndexUpdates(pairs);
    expect(await team(db, 'red')).toEqual(['s1']);
  });

  it('stream records come in order, with the time of the clock, after any sequence number', async () => {
    const db = start({ now: () => 5_000 });
    for (const sk of ['s1', 's2', 's3']) await put(db, { pk: 'a', sk }, pairs);
    const all = db.database.streamRecords(pairs);
    const sequences = all.map(({ dynamodb }) => dynamodb.SequenceNumber);
    expect(sequences).toEqual(sequences.toSorted());
    expect(all.map(({ dynamodb }) => dynamodb.ApproximateCreationDateTime)).toEqual([5, 5, 5]);
    expect(db.database.streamRecords(pairs, sequences[0])).toEqual(all.slice(1));
    expect(db.database.streamRecords(pairs, sequences[2])).toEqual([]);
    await put(db, { pk: 'a' });
    expect(db.database.streamRecords(plain)).toEqual([]);
  });

  it('a page ends with the item by which it reaches 1 MB', async () => {
    const db = start();
    for (let n = 0; n < 12; n++) await put(db, { pk: 'p', sk: `s${n % 10}${n}`, x: 'x'.repeat(102_400) }, pairs);
    const query = new QueryCommand({ TableName: pairs, KeyConditionExpression: 'pk = :p', ExpressionAttributeValues: { ':p': 'p' } });
    const page = await db.send(query);
    expect(page).toMatchObject({ Count: 11, ScannedCount: 11 });
    expect(page.LastEvaluatedKey).toBeDefined();
  });
});

describe('determinism', () => {
  it('a call settles without timers or input and output', async () => {
    const db = start();
    let hasTurned = false;
    setImmediate(() => {
      hasTurned = true;
    });
    await put(db, { pk: 'a' });
    await get(db, 'a');
    expect(hasTurned).toBe(false);
  });

  it('the same requests give the same answers, scans included', async () => {
    const run = async (): Promise<string> => {
      const db = start();
      for (let n = 0; n < 20; n++) await put(db, { pk: `k${(n * 7) % 20}`, n });
      await db.send(new UpdateCommand({ TableName: plain, Key: { pk: 'k3' }, UpdateExpression: 'REMOVE n' }));
      return JSON.stringify(db.database.handle('Scan', { TableName: plain }));
    };
    expect(await run()).toBe(await run());
  });

  it('what is not simulated is refused aloud', async () => {
    const db = start();
    const scan = () => db.database.handle('Scan', { TableName: plain, Segment: 0, TotalSegments: 2 });
    expect(scan).toThrow('does not simulate Segment of Scan');
    expect(db.database.handle('CreateTable', {})).toMatchObject({ status: 400 });
  });
});
