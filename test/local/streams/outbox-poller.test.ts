import { describe, expect, test } from 'vitest';
import { notes, putIntent, until, useCloud } from '../fixtures/running-cloud.ts';

const cloud = useCloud();

const noted = (intent: string) =>
  until(async () => (await notes()).get(`outbox ${intent}`) as { record: Record<string, unknown> } | undefined);

describe('a new Outbox item', () => {
  test('reaches the function that its kind is for, as Lambda hands stream records on', async () => {
    await putIntent('notice', 'i-1');
    const { record } = await noted('i-1');
    expect(record).toMatchObject({
      eventName: 'INSERT',
      eventSource: 'aws:dynamodb',
      eventVersion: '1.1',
      awsRegion: 'eu-central-1',
      eventSourceARN: expect.stringContaining('/stream/'),
      dynamodb: {
        Keys: { bucket: { S: 'b1' }, intent: { S: 'i-1' } },
        NewImage: { bucket: { S: 'b1' }, intent: { S: 'i-1' }, kind: { S: 'notice' } },
        SequenceNumber: expect.stringMatching(/^\d+$/),
        StreamViewType: 'NEW_IMAGE',
      },
    });
  });

  test('of another kind goes elsewhere', async () => {
    await putIntent('wake', 'i-2');
    await putIntent('notice', 'i-3');
    await noted('i-3');
    expect((await notes()).has('outbox i-2')).toBe(false);
    expect([...(await notes()).keys()].some((key) => key.startsWith('unnamed@'))).toBe(true); // the stream event, in run-checkpoint
  });

  test('that is changed or replaced wakes nobody', async () => {
    await putIntent('notice', 'i-4');
    const first = await noted('i-4');
    await putIntent('notice', 'i-4');
    await putIntent('notice', 'i-5');
    await noted('i-5');
    expect((await notes()).get('outbox i-4')).toEqual(first);
  });

  test('is delivered again until it succeeds', async () => {
    await putIntent('notice', 'flaky-2');
    await noted('flaky-2');
  });

  test('is done when a move of the clock has ended', async () => {
    await putIntent('notice', 'i-6');
    await cloud().advanceTo(cloud().clock.now() + 1_000);
    expect((await notes()).has('outbox i-6')).toBe(true);
  });

  test('that always fails is given up and shown, and does not stop those behind it', async () => {
    await putIntent('notice', 'poison');
    await putIntent('notice', 'i-7');
    await noted('i-7');
    const deadLetters = await until(async () => {
      const response = await fetch(`${cloud().apiUrl}/_local/dead-letters`);
      const { items } = (await response.json()) as { items: unknown[] };
      return items.length > 0 ? items : undefined;
    });
    expect(deadLetters).toMatchObject([
      { functionName: 'send-notice', attempts: 6, payload: { Records: [{ dynamodb: { NewImage: { intent: { S: 'poison' } } } }] } },
    ]);
  });
});
