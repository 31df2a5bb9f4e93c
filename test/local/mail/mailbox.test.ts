import { SESClient, SendBounceCommand, SendEmailCommand, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { beforeAll, describe, expect, test } from 'vitest';
import { useCloud } from '../fixtures/running-cloud.ts';
import { START } from '../fixtures/start.ts';

const cloud = useCloud();
let ses: SESClient;
beforeAll(() => {
  ses = new SESClient({ maxAttempts: 1 });
});

const RAW = [
  'From: "Страховик" <premiums@insurer.example>',
  'To: cfo@example.com',
  'Subject: =?UTF-8?B?0J/RgNC10LzRltGP?=',
  'List-Unsubscribe: <https://insurer.example/stop>,',
  ' <mailto:stop@insurer.example>',
  'MIME-Version: 1.0',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'До сплати 100 грн',
].join('\r\n');

const sendRaw = (noticeId: string) =>
  ses.send(new SendRawEmailCommand({ RawMessage: { Data: Buffer.from(RAW) }, Tags: [{ Name: 'noticeId', Value: noticeId }] }));

const mails = async () => {
  const response = await fetch(`${cloud().mailUrl}/store`);
  return ((await response.json()) as { emails: Record<string, unknown>[] }).emails;
};

describe('the mailbox', () => {
  test('shows a mail with its text, tags and headers, dated by the movable clock', async () => {
    await cloud().advanceTo(START + 24 * 3_600_000);
    const { MessageId } = await sendRaw('n-1');
    const mail = (await mails()).find(({ messageId }) => messageId === MessageId);
    expect(mail).toMatchObject({
      subject: 'Премія',
      destination: { to: ['cfo@example.com'] },
      body: { text: 'До сплати 100 грн' },
      tags: [{ name: 'noticeId', value: 'n-1' }],
      headers: expect.arrayContaining([
        { name: 'List-Unsubscribe', value: '<https://insurer.example/stop>, <mailto:stop@insurer.example>' },
      ]),
    });
    expect(new Date(Number(mail?.['at']) * 1000).toISOString()).toMatch(/^2026-11-23T08:00/);
  });

  test('keeps many mails that are sent at once apart', async () => {
    const sent = await Promise.all(Array.from({ length: 20 }, (_, i) => sendRaw(`many-${i}`)));
    const byId = new Map((await mails()).map(({ messageId, tags }) => [messageId, tags]));
    expect(sent.map(({ MessageId }) => byId.get(MessageId))).toEqual(sent.map((_, i) => [{ name: 'noticeId', value: `many-${i}` }]));
  });

  test('has a page for people', async () => {
    expect(await (await fetch(cloud().mailUrl)).text()).toContain('<html');
  });
});

describe('what SES would refuse', () => {
  test('is an error that the client can read', async () => {
    const Message = { Subject: { Data: '' }, Body: { Text: { Data: 'x' } } };
    const refused = ses.send(new SendEmailCommand({ Source: 'a@example.com', Destination: { ToAddresses: ['b@example.com'] }, Message }));
    await expect(refused).rejects.toMatchObject({ $metadata: { httpStatusCode: 400 }, message: expect.stringContaining('subject') });
  });

  test('an action that the emulator lacks is answered, not left hanging', async () => {
    const refused = ses.send(
      new SendBounceCommand({ OriginalMessageId: 'x', BounceSender: 'a@example.com', BouncedRecipientInfoList: [] }),
    );
    await expect(refused).rejects.toMatchObject({ $metadata: { httpStatusCode: 400 } });
  });
});
