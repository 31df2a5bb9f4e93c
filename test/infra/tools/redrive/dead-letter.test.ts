import { expect, test } from 'vitest';
import { readDeadLetter } from '../../../../infra/tools/redrive/dead-letter.ts';
import { ALARM, arn, FAILED_BATCH, FAILED_INVOCATION, FIRING, MAIL_EVENT, STAGE } from './letters.ts';

const WAKE_UP = { policyNumber: 'CARGO-1', clientId: 'UA-1' };

test('a firing goes to the function that its schedule names', () => {
  expect(readDeadLetter(FIRING, STAGE)).toEqual({
    kind: 'invoke',
    what: 'CARGO-1 (AWS.Lambda.ResourceNotFoundException)',
    functionName: 'run-checkpoint',
    payload: WAKE_UP,
  });
});

test('what a function failed at goes to it again, as it was asked', () => {
  expect(readDeadLetter(FAILED_INVOCATION, STAGE)).toEqual({
    kind: 'invoke',
    what: 'CARGO-1 (no client UA-1)',
    functionName: 'run-checkpoint',
    payload: WAKE_UP,
  });
});

test('an event of SES goes to the function of its rule', () => {
  expect(readDeadLetter(MAIL_EVENT, STAGE)).toMatchObject({
    kind: 'invoke',
    functionName: 'record-delivery',
    payload: { source: 'aws.ses' },
  });
});

test('a place in the stream may go: the record is in the Outbox', () => {
  expect(readDeadLetter(FAILED_BATCH, STAGE)).toEqual({
    kind: 'discard',
    what: "1 of the Outbox's stream, shardId-00000001573689847184-864758bb from 800000000003126276362",
    why: 'the watchdog drives what the Outbox still holds',
  });
});

test('a letter about an alarm is read and may go', () => {
  expect(readDeadLetter(ALARM, STAGE)).toMatchObject({ kind: 'discard', what: 'alarm: premium-control-prod-late-checkpoints' });
});

const to = (target: string) => ({ ...FIRING, attributes: { ...FIRING.attributes, TARGET_ARN: target } });

test.each([
  ['another stage', to(arn('run-checkpoint:live').replace('-prod-', '-dev-'))],
  ['another account', to(arn('run-checkpoint:live').replace('111122223333', '999999999999'))],
  ['another region', to(arn('run-checkpoint:live').replace('eu-central-1', 'us-east-1'))],
  ['a function we have not', to(arn('transfer-money:live'))],
  ['no Lambda function', to('arn:aws:sqs:eu-central-1:111122223333:queue')],
  ['a payload that was cut off', { ...FIRING, attributes: { ...FIRING.attributes, IS_PAYLOAD_TRUNCATED: 'true' } }],
  ['nobody named', { ...FIRING, attributes: {} }],
  ['no JSON', { ...FIRING, body: 'hello' }],
  ['a list', { ...FIRING, body: '[]' }],
  ['nothing', { ...FIRING, body: '' }],
])('stays in the queue: %s', (_, message) => {
  expect(readDeadLetter(message, STAGE).kind).toBe('keep');
});

test.each(['run-checkpoint', 'run-checkpoint:7', 'run-checkpoint:$LATEST'])('a function is known by any of its versions: %s', (name) => {
  expect(readDeadLetter(to(arn(name)), STAGE)).toMatchObject({ kind: 'invoke', functionName: 'run-checkpoint' });
});
