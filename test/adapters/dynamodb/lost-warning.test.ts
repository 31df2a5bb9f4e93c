import { GetCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, expect, test } from 'vitest';
import { deliveryStore } from '../../../shared/adapters/dynamodb/delivery-store.ts';
import { noticeStore } from '../../../shared/adapters/dynamodb/notice-store.ts';
import { TABLES } from '../../../shared/adapters/dynamodb/tables.ts';
import type { NoticeState } from '../../../shared/domain/notice.ts';
import type { NoticeEnd, StoredNotice } from '../../../shared/ports/notice-store.ts';
import { noticeIntent } from '../../../shared/usecases/intents.ts';
import { putItems } from '../../support/portfolio-items.ts';
import { NAMES } from '../../support/significance-world.ts';
import { createMemoryDynamoDb } from '../../support/simulated-aws/dynamodb/memory-dynamodb.ts';
import { LETTER } from '../../support/stored-notices.ts';

let client: ReturnType<typeof createMemoryDynamoDb>;
const pace = { random: () => 0, sleep: async () => undefined };

beforeEach(() => {
  client = createMemoryDynamoDb(TABLES);
});

/** In the instant in which it was written, as a fast sender does: the wake must not take the place of the notice's own intent. */
const at = LETTER.createdAt;
const CANCELLED: NoticeEnd = { from: 'PENDING', state: 'CANCELLED', reason: 'on hold', at };
const FAILED: NoticeEnd = { from: 'CLAIMED', state: 'FAILED', reason: 'refused', at };
const SENT: NoticeEnd = { from: 'CLAIMED', state: 'SENT', messageId: 'm-1', at };

async function left(notice: StoredNotice, end: NoticeEnd): Promise<readonly unknown[]> {
  const stored = { ...notice, state: end.from, leaseUntil: 1 };
  await putItems(client, { Notices: [stored], Outbox: [{ ...noticeIntent(notice) }] });
  const { bucket, intent } = noticeIntent(notice);
  expect(await noticeStore(client, NAMES, pace).finish([{ notice: stored, end, intent: { bucket, intent } }])).toBe('finished');
  return (await client.send(new ScanCommand({ TableName: 'Outbox' }))).Items?.map((item) => item['kind']) ?? [];
}

const warning: StoredNotice = { ...LETTER, state: 'PENDING' };

test.each<[string, StoredNotice, NoticeEnd, readonly string[]]>([
  ['a warning that was cancelled', warning, CANCELLED, ['wake']],
  ['a warning that SES refused', warning, FAILED, ['wake']],
  ['a warning of a policy whose intents are beside those of its client', { ...warning, policyNumber: warning.clientId }, FAILED, ['wake']],
  ['a warning that was sent', warning, SENT, []],
  ['a reminder that was cancelled', { ...warning, kind: 'remind' }, CANCELLED, []],
  ["a participant's copy of a warning", { ...warning, audience: 'informed' }, CANCELLED, []],
])('who is woken: %s', async (_, notice, end, expected) => {
  expect(await left(notice, end)).toEqual(expected);
});

test.each<[string, NoticeState, string | undefined, 'SENT' | 'DELIVERED', string]>([
  ['nobody knew, and SES reports it', 'UNKNOWN', undefined, 'SENT', '2026-12-09T08:00:00.000Z'],
  ['the sender knew, and it arrives a day later', 'SENT', at, 'DELIVERED', at],
])('when it left us is kept: %s', async (_, state, sentAt, to, expected) => {
  await putItems(client, { Notices: [{ ...LETTER, state, ...(sentAt ? { at: sentAt } : {}) }] });
  const report = { noticeId: LETTER.noticeId, from: [state], to, at: '2026-12-09T08:00:00.000Z', messageId: 'm-1' };
  await deliveryStore(client, NAMES, pace).advance(report);
  const { Item } = await client.send(new GetCommand({ TableName: 'Notices', Key: { noticeId: LETTER.noticeId } }));
  expect(Item).toMatchObject({ state: to, at: expected });
});
