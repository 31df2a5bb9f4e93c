import { expect, test } from 'vitest';
import { readMailEvent } from '../../functions/deliveries/mail-event.ts';

const event = (eventType: string, tags: Readonly<Record<string, readonly string[]>> = {}, more: object = {}) => ({
  detail: { eventType, mail: { messageId: 'm-1', tags }, ...more },
});

test('a report is one for each notice of the message', () => {
  const bounce = { bounce: { bounceType: 'Permanent', bounceSubType: 'General' } };
  expect(readMailEvent(event('Bounce', { noticeId: ['01A.01B'] }, bounce))).toEqual([
    { noticeId: '01A', messageId: 'm-1', event: 'Bounce', reason: 'Permanent General' },
    { noticeId: '01B', messageId: 'm-1', event: 'Bounce', reason: 'Permanent General' },
  ]);
});

test('a message with one notice is tagged by its id alone, as before', () => {
  expect(readMailEvent(event('Send', { noticeId: ['01A'] }))).toEqual([{ noticeId: '01A', messageId: 'm-1', event: 'Send' }]);
});

test.each([
  ['other mail of the account', event('Send', { campaign: ['spring'] })],
  ['an empty tag', event('Send', { noticeId: [''] })],
  ['a delay, which changes nothing', event('DeliveryDelay', { noticeId: ['01A'] })],
])('%s is none of ours', (_, given) => {
  expect(readMailEvent(given)).toEqual([]);
});
