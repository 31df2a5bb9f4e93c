import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHandler } from '../../functions/deliveries/record-delivery.handler.ts';
import { documentClient } from '../../shared/adapters/dynamodb/document-client.ts';
import { type Insurer, startInsurer } from '../support/insurer.ts';

/** Delivery is proven: what SES reports becomes the notice's state, and what came back becomes a task. */
let insurer: Insurer;

beforeAll(async () => {
  insurer = await startInsurer('2026-11-01T08:00:00Z');
});
afterAll(() => insurer.cloud.stop());

async function open(number: string, email: string) {
  await insurer.client(`C-${number}`, { email });
  await insurer.policy(number, { clientId: `C-${number}` });
}

const toPolicyholder = async (number: string) =>
  (await insurer.timeline(number))
    .filter((e) => e.kind === 'notice' && e['to'] === 'policyholder')
    .map((e) => `${e['checkpoint']} ${e.state}`);

test('delivered, bounced, complained and answered by a machine', async () => {
  await open('FINE', 'cfo@example.com');
  await open('BOUNCES', 'bounce@simulator.amazonses.com');
  await open('COMPLAINS', 'complaint@simulator.amazonses.com');
  await open('AWAY', 'ooto@simulator.amazonses.com');
  await insurer.advanceTo('2026-11-18T08:00:00Z'); // C1 was on the 17th
  await insurer.advanceTo('2026-11-18T09:00:00Z');
  expect(await toPolicyholder('FINE')).toEqual(['C1 DELIVERED']);
  expect(await toPolicyholder('BOUNCES')).toEqual(['C1 BOUNCED']);
  expect(await toPolicyholder('COMPLAINS')).toEqual(['C1 COMPLAINED']);
  expect(await toPolicyholder('AWAY')).toEqual(['C1 DELIVERED']);
  const { items } = (await insurer.call('GET', '/tasks?assignee=olena@example.com&status=open')).body;
  const tasks = items.filter((t: { policyNumber: string }) => t.policyNumber === 'BOUNCES');
  expect(tasks).toHaveLength(1);
  const events = await (await fetch(`${insurer.cloud.apiUrl}/_local/events`)).text();
  expect(events).toContain('NoticeUndelivered');
  expect(events).not.toContain('simulator.amazonses.com'); // ids only
}, 60_000);

test('a warning that came back is none: cover is not suspended', async () => {
  await insurer.advanceTo('2027-01-20T08:00:00Z'); // past C6 and C8
  expect((await insurer.call('GET', '/policies/FINE')).body.status).toBe('lapsed');
  expect((await insurer.call('GET', '/policies/BOUNCES')).body.status).toBe('active');
  const waits = (await insurer.timeline('BOUNCES')).filter((e) => e['waiting'] === 'C6');
  expect(waits.length).toBeGreaterThan(0);
  expect(waits[0]?.['reason']).toBe('noticeNotSent');
}, 60_000);

test('an UNKNOWN notice is resolved by the report of SES, found by its tag; a second report changes nothing', async () => {
  await open('UNSURE', 'cfo2@example.com');
  await insurer.advanceTo('2027-01-21T09:00:00Z');
  const [notice] = (await insurer.timeline('UNSURE')).filter((e) => e.kind === 'notice' && e['to'] === 'policyholder');
  const noticeId = String(notice?.['noticeId']);
  const unknown = {
    UpdateExpression: 'SET #s = :u',
    ExpressionAttributeNames: { '#s': 'state' },
    ExpressionAttributeValues: { ':u': 'UNKNOWN' },
  };
  await documentClient().send(new UpdateCommand({ TableName: process.env['TABLE_NOTICES'], Key: { noticeId }, ...unknown }));
  const report = { source: 'aws.ses', detail: { eventType: 'Send', mail: { messageId: 'm-1', tags: { noticeId: [noticeId] } } } };
  const handler = createHandler();
  expect([await handler(report), await handler(report)]).toEqual([{ outcomes: ['SENT'] }, { outcomes: ['nothingNew'] }]);
  expect(await handler({ detail: { eventType: 'Send', mail: { messageId: 'm-2', tags: {} } } })).toEqual({ outcomes: [] });
}, 60_000);
