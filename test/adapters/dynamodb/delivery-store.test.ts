import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, expect, test } from 'vitest';
import { deliveryStore } from '../../../shared/adapters/dynamodb/delivery-store.ts';
import { TABLES } from '../../../shared/adapters/dynamodb/tables.ts';
import type { NoticeState } from '../../../shared/domain/notice.ts';
import { recordDelivery } from '../../../shared/usecases/record-delivery.ts';
import { putItems } from '../../support/portfolio-items.ts';
import { NAMES } from '../../support/significance-world.ts';
import { createMemoryDynamoDb } from '../../support/simulated-aws/dynamodb/memory-dynamodb.ts';
import { LETTER } from '../../support/stored-notices.ts';

/** Reports of SES come late, twice and in any order; what is recorded of a letter only moves towards its end. */
let client: ReturnType<typeof createMemoryDynamoDb>;
let beforeTransaction: (() => Promise<unknown>) | undefined;
let undelivered: string[];

beforeEach(() => {
  beforeTransaction = undefined;
  undelivered = [];
  client = createMemoryDynamoDb(TABLES, {
    intercept: async ({ target }, serve) => {
      const happens = target === 'TransactWriteItems' ? beforeTransaction : undefined;
      beforeTransaction = happens ? undefined : beforeTransaction;
      await happens?.();
      return serve();
    },
  });
});

const stored = (state: NoticeState) => putItems(client, { Notices: [{ ...LETTER, state }] });
const state = async () => (await client.send(new GetCommand({ TableName: 'Notices', Key: { noticeId: 'N-1' } }))).Item?.['state'];
const become = (to: NoticeState) =>
  client.send(
    new UpdateCommand({
      TableName: 'Notices',
      Key: { noticeId: 'N-1' },
      UpdateExpression: 'SET #s = :s',
      ExpressionAttributeNames: { '#s': 'state' },
      ExpressionAttributeValues: { ':s': to },
    }),
  );

function report(event: 'Send' | 'Delivery' | 'Bounce' | 'Complaint') {
  const deps = {
    deliveries: deliveryStore(client, NAMES, { random: () => 0, sleep: async () => undefined }),
    clock: { now: () => Date.parse('2026-12-08T07:20:00Z') },
    ids: { next: () => 'id-1' },
    openUndelivered: async ({ noticeId }: { readonly noticeId: string }) => void undelivered.push(noticeId),
  };
  return recordDelivery(deps, { noticeId: 'N-1', messageId: 'm-1', event });
}

test.each<[NoticeState, 'Send' | 'Delivery' | 'Bounce' | 'Complaint', NoticeState]>([
  ['UNKNOWN', 'Send', 'SENT'],
  ['SENT', 'Delivery', 'DELIVERED'],
  ['DELIVERED', 'Send', 'DELIVERED'],
  ['BOUNCED', 'Delivery', 'BOUNCED'],
  ['BOUNCED', 'Send', 'BOUNCED'],
  ['COMPLAINED', 'Delivery', 'COMPLAINED'],
  ['PENDING', 'Delivery', 'PENDING'],
  ['CANCELLED', 'Send', 'CANCELLED'],
  ['SENT', 'Bounce', 'BOUNCED'],
  ['COMPLAINED', 'Bounce', 'COMPLAINED'],
])('%s, then a report of %s: %s', async (before, event, after) => {
  await stored(before);
  await report(event);
  expect(await state()).toBe(after);
});

test('a report of a letter that is none of ours makes none', async () => {
  expect(await report('Delivery')).toBe('nothingNew');
  expect(await state()).toBeUndefined();
});

test('of two reports at once the second looks again at what the first made of it', async () => {
  await stored('SENT');
  beforeTransaction = () => become('COMPLAINED');
  expect(await report('Bounce')).toBe('nothingNew');
  expect([await state(), undelivered]).toEqual(['COMPLAINED', []]);
});

test('a letter that came back is somebody’s to do, as often as it is reported', async () => {
  await stored('SENT');
  await report('Bounce');
  await report('Bounce');
  expect([await state(), undelivered]).toEqual(['BOUNCED', ['N-1', 'N-1']]);
});
