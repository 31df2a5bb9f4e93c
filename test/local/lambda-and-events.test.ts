import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { InvokeCommand, LambdaClient, ResourceNotFoundException } from '@aws-sdk/client-lambda';
import { beforeAll, describe, expect, test } from 'vitest';
import { notes, until, useCloud } from './fixtures/running-cloud.ts';

const cloud = useCloud();
let lambda: LambdaClient;
beforeAll(() => {
  lambda = new LambdaClient({});
});

const RUN_CHECKPOINT = 'premium-control-run-checkpoint';
const firingsOf = async (id: string) => [...(await notes()).keys()].filter((key) => key.startsWith(`${id}@`));

describe('Invoke', () => {
  test.each([
    ['by ARN', () => process.env['FUNCTION_ARN_RUN_CHECKPOINT']],
    ['by full name', () => RUN_CHECKPOINT],
    ['by the declared name', () => 'run-checkpoint'],
  ])('%s answers with what the function returns', async (_, name) => {
    const { StatusCode, Payload, FunctionError } = await lambda.send(
      new InvokeCommand({ FunctionName: name(), Payload: JSON.stringify({ id: 'called' }) }),
    );
    expect(StatusCode).toBe(200);
    expect(FunctionError).toBeUndefined();
    expect(JSON.parse(Payload?.transformToString() ?? '')).toMatchObject({ id: 'called' });
  });

  test('a failed function is an answer with FunctionError', async () => {
    const { StatusCode, Payload, FunctionError } = await lambda.send(
      new InvokeCommand({ FunctionName: RUN_CHECKPOINT, Payload: JSON.stringify({ id: 'fails', failTimes: 1 }) }),
    );
    expect([StatusCode, FunctionError]).toEqual([200, 'Unhandled']);
    expect(JSON.parse(Payload?.transformToString() ?? '')).toMatchObject({ errorType: 'Error', errorMessage: 'failure 1 of fails' });
  });

  test('an unknown function is refused', async () => {
    await expect(lambda.send(new InvokeCommand({ FunctionName: 'premium-control-nobody' }))).rejects.toThrow(ResourceNotFoundException);
  });

  test('an event is accepted at once, done later, and tried again when it fails', async () => {
    const { StatusCode } = await lambda.send(
      new InvokeCommand({ FunctionName: RUN_CHECKPOINT, InvocationType: 'Event', Payload: JSON.stringify({ id: 'queued', failTimes: 1 }) }),
    );
    expect(StatusCode).toBe(202);
    const beforeMs = cloud().clock.now();
    await cloud().advanceTo(beforeMs + 5 * 60_000);
    const [firing] = await until(async () => {
      const found = await firingsOf('queued');
      return found.length > 0 ? found : undefined;
    });
    expect(Date.parse(firing?.split('@')[1] ?? '') - beforeMs).toBeGreaterThan(55_000);
  });
});

test('published events are listed in their envelope; bad entries are refused one by one', async () => {
  const entry = {
    Source: 'premium-control',
    DetailType: 'PolicySuspended',
    Detail: '{"policyNumber":"ДОГ-7"}',
    EventBusName: 'premium-control',
  };
  const { FailedEntryCount, Entries } = await new EventBridgeClient({}).send(
    new PutEventsCommand({ Entries: [entry, { ...entry, Detail: 'no JSON' }, { ...entry, DetailType: '' }] }),
  );
  expect(FailedEntryCount).toBe(2);
  expect(Entries?.map(({ ErrorCode }) => ErrorCode)).toEqual([undefined, 'MalformedDetail', 'InvalidArgument']);
  const response = await fetch(`${cloud().apiUrl}/_local/events`);
  expect(await response.json()).toMatchObject({
    items: [
      {
        id: Entries?.[0]?.EventId,
        source: 'premium-control',
        'detail-type': 'PolicySuspended',
        time: expect.stringMatching(/^2026-11-22T08:/),
        detail: { policyNumber: 'ДОГ-7' },
      },
    ],
  });
});
