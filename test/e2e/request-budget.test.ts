import { afterAll, beforeAll, expect, test } from 'vitest';
import { countAwsRequests } from '../support/aws-requests.ts';
import { type Insurer, startInsurer } from '../support/insurer.ts';

/** The cost budget of the design, by counting real requests of real clients. Money is one call; a checkpoint is two and a schedule. */
let insurer: Insurer;

beforeAll(async () => {
  insurer = await startInsurer('2026-11-01T08:00:00Z');
  await insurer.client('UA-1');
  await insurer.policy('WARM'); // regulation and connections are there
  await insurer.pay('warm', 'WARM', '1.00');
});
afterAll(() => insurer.cloud.stop());

test('opening a policy is one request to DynamoDB and one to the Scheduler', async () => {
  expect(await countAwsRequests(() => insurer.policy('P-1'))).toEqual(['DynamoDB TransactWriteItems', 'Scheduler POST']);
});

test.each([
  ['first', 'p-1', '10.00', 201],
  ['replay', 'p-1', '10.00', 200],
  ['other content', 'p-1', '11.00', 409],
])('a payment is one request to DynamoDB: %s', async (_, paymentId, amount, status) => {
  let answered = 0;
  const sent = await countAwsRequests(async () => {
    answered = (await insurer.pay(paymentId, 'P-1', amount)).status;
  });
  expect([answered, sent]).toEqual([status, ['DynamoDB TransactWriteItems']]);
});

test('a payment to suspense is two', async () => {
  const sent = await countAwsRequests(() => insurer.pay('p-2', 'NOBODY', '10.00'));
  const ofEvent = (name: string) => name === 'EventBridge PutEvents' || name === 'DynamoDB DeleteItem'; // it leaves the Outbox when it will
  expect(sent.filter((name) => !ofEvent(name))).toEqual(['DynamoDB TransactWriteItems', 'DynamoDB TransactWriteItems']);
});

test('showing a policy is one', async () => {
  await insurer.cloud.advanceTo(insurer.cloud.clock.now()); // quiet: the event of the test before has left
  expect(await countAwsRequests(() => insurer.call('GET', '/policies/P-1'))).toEqual(['DynamoDB Query']);
});

test('a clear checkpoint, all hops: two to DynamoDB, one to the Scheduler', async () => {
  await insurer.client('UA-CLEAR'); // the policies of one client are controlled in one minute
  await insurer.policy('CLEAR', { clientId: 'UA-CLEAR' });
  await insurer.pay('p-3', 'CLEAR', '30000.00');
  await insurer.cloud.advanceTo(Date.parse((await insurer.call('GET', '/policies/CLEAR')).body.nextCheckpoint.at) - 30_000);
  const others = await countAwsRequests(() => insurer.cloud.advanceTo(insurer.cloud.clock.now() + 25_000));
  expect(others).toEqual([]);
  const sent = await countAwsRequests(() => insurer.cloud.advanceTo(insurer.cloud.clock.now() + 10_000));
  expect(sent).toEqual(['DynamoDB BatchGetItem', 'DynamoDB TransactWriteItems', 'Scheduler POST']);
});

test('an acting checkpoint with one notice, all hops: five to DynamoDB, one to the Scheduler, one mail', async () => {
  await insurer.client('UA-2'); // at 10:51, when the watchdog sleeps
  await insurer.policy('ACT', { clientId: 'UA-2', paymentPlan: { kind: 'fullPay', dueOn: '2027-02-15' } });
  await insurer.advanceTo('2027-02-01T20:00:00Z'); // after C1, before C2, which addresses the policyholder alone
  const { at, code } = (await insurer.call('GET', '/policies/ACT')).body.nextCheckpoint;
  expect(code).toBe('C2');
  await insurer.cloud.advanceTo(Date.parse(at) - 30_000);
  const sent = await countAwsRequests(() => insurer.cloud.advanceTo(Date.parse(at) + 5_000));
  // SES's reports (Send, Delivery) come after it: each one conditional update, and the end of the intent where they beat the sender
  const ofReports = (name: string) => name === 'DynamoDB UpdateItem' || name === 'DynamoDB DeleteItem';
  expect(sent.filter(ofReports).length).toBeLessThanOrEqual(3);
  expect(sent.filter((name) => name.startsWith('DynamoDB') && !ofReports(name))).toHaveLength(5);
  expect(sent.filter((name) => !name.startsWith('DynamoDB'))).toEqual(['SES', 'Scheduler POST']);
});
