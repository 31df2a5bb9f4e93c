import { beforeEach, describe, expect, test } from 'vitest';
import type { StoredNotice } from '../../../shared/ports/notice-store.ts';
import { noticeIntent } from '../../../shared/usecases/intents.ts';
import { type FunctionWorld, functionWorld, type Moment } from '../../support/function-world.ts';
import { holdOf } from '../../support/policies.ts';
import { NAMES } from '../../support/significance-world.ts';
import { sesAnswer, sesError, targetError } from '../../support/simulated-aws/wire/answers.ts';
import { brokenConnection } from '../../support/simulated-aws/wire/connection.ts';
import { intent, isInOutbox, LETTER, ofPolicy, set, storedLetter, storeLetter, streamOf } from '../../support/stored-notices.ts';

/** The real function over services in memory; what happens to the letter between its calls is the test's to say. */
let world: FunctionWorld;
beforeEach(async () => {
  world = await functionWorld('2026-12-08T07:13:00.000Z');
});

const CLAIM = 'dynamodb:TransactWriteItems';
const SES = 'ses:SendRawEmail';
const MINUTES = 60_000;

const driven = { intents: [intent] };
const send = (moments: Parameters<FunctionWorld['start']>[1] = {}) => world.start('send-notice', moments)(driven);
const state = async () => (await storedLetter(world)).state;

/** Something comes between what was read and the call that stands on it. */
const first =
  (happens: () => Promise<unknown>): Moment =>
  async (serve) => {
    await happens();
    return serve();
  };
const then =
  (happens: () => Promise<unknown>): Moment =>
  async (serve) => {
    const answer = serve();
    await happens();
    return answer;
  };

test('a letter is sent, and its intent is done', async () => {
  await storeLetter(world);
  await send();
  expect([await state(), await isInOutbox(world), world.accepted.flatMap((a) => a.noticeIds)]).toEqual(['SENT', false, [LETTER.noticeId]]);
});

describe('what changes between reading and claiming is looked at again', () => {
  test.each<[string, () => Promise<unknown>]>([
    ['it is paid', () => set(world, NAMES.Policies, ofPolicy('account'), { receivedMinor: 10_000, moves: 1 })],
    ['the policy is cancelled', () => set(world, NAMES.Policies, ofPolicy('account'), { status: 'cancelled' })],
    [
      'the client is given time',
      async () => {
        await set(world, NAMES.Policies, ofPolicy('policy'), { relief: [holdOf('2026-12-08', '2026-12-20')] });
        await set(world, NAMES.Policies, ofPolicy('nextCheckpoint'), { generation: 2 });
      },
    ],
  ])('%s: nothing is sent', async (_, happens) => {
    await storeLetter(world);
    await send({ [CLAIM]: [first(happens)] });
    expect([await state(), world.accepted]).toEqual(['CANCELLED', []]);
  });
});

test.each<[string, Partial<StoredNotice>, string, boolean]>([
  ['was sent already', { state: 'SENT' }, 'SENT', false],
  ['may have been sent', { state: 'UNKNOWN' }, 'UNKNOWN', true],
  ['is at another sender', { state: 'CLAIMED', leaseUntil: Date.parse('2026-12-08T07:15:00Z') }, 'CLAIMED', true],
  ['is at a sender that died', { state: 'CLAIMED', leaseUntil: Date.parse('2026-12-08T07:12:00Z') }, 'UNKNOWN', true],
])('a letter that %s is not sent', async (_, stored, becomes, stays) => {
  await storeLetter(world, stored);
  await send();
  expect([await state(), await isInOutbox(world), world.accepted]).toEqual([becomes, stays, []]);
});

test('of two senders at once one sends', async () => {
  await storeLetter(world);
  await Promise.all([send(), send(), send()]);
  expect([await state(), world.accepted.length]).toEqual(['SENT', 1]);
});

test('a throttled letter is given back, reported as not done, and sent later', async () => {
  await storeLetter(world);
  const throttled: Moment = async () => sesError('Throttling', 400);
  const batch = streamOf(intent);
  expect(await world.start('send-notice', { [SES]: [throttled] })(batch)).toEqual({ batchItemFailures: [{ itemIdentifier: 's-0' }] });
  expect([await state(), await isInOutbox(world)]).toEqual(['PENDING', true]);
  expect(await world.start('send-notice')(batch)).toEqual({ batchItemFailures: [] });
  expect([await state(), world.accepted.length]).toEqual(['SENT', 1]);
});

const breaks: Moment = async () => {
  throw brokenConnection();
};

test.each<[string, Moment, string, boolean]>([
  ['an answer without a message id', async () => sesAnswer('SendRawEmail', ''), 'UNKNOWN', true],
  ['a refusal', async () => sesError('MessageRejected', 400), 'FAILED', false],
  ['a fault of SES', async () => sesError('InternalFailure', 500), 'UNKNOWN', true],
  ['a fault without a name', async () => sesError('ServiceUnavailable', 503), 'UNKNOWN', true],
  ['a connection that breaks', breaks, 'UNKNOWN', true],
])('%s is told as what it proves, and SES is not asked again', async (_, answer, becomes, stays) => {
  await storeLetter(world);
  await send({ [SES]: [answer] });
  await send({ [SES]: [answer] });
  expect([await state(), await isInOutbox(world), world.accepted]).toEqual([becomes, stays, []]);
});

describe('a sender that sleeps past its lease', () => {
  /** Meanwhile the watchdog finds the claim of a dead sender, and a person decides that the letter is to be sent. */
  async function others(): Promise<void> {
    world.advance(6 * MINUTES);
    await send();
    expect(await state()).toBe('UNKNOWN');
    await set(world, NAMES.Notices, { noticeId: LETTER.noticeId }, { state: 'PENDING' });
  }

  test('does not send what another has sent since', async () => {
    await storeLetter(world);
    await send({ [CLAIM]: [then(async () => void (await others().then(() => send())))] });
    expect([await state(), world.accepted.length]).toEqual(['SENT', 1]);
  });

  test('leaves the claim of another alone, who is just sending', async () => {
    await storeLetter(world);
    let wake = (): void => undefined;
    const awake = new Promise<void>((resolve) => {
      wake = resolve;
    });
    let second: unknown;
    const overtaken = then(async () => {
      await others();
      const atSes = new Promise<void>((reached) => {
        const hears = first(() => {
          reached();
          return awake;
        });
        second = send({ [SES]: [hears] });
      });
      await atSes;
    });
    await send({ [CLAIM]: [overtaken] });
    expect(await state()).toBe('CLAIMED');
    wake();
    await second;
    expect([await state(), await isInOutbox(world), world.accepted.length]).toEqual(['SENT', false, 1]);
  });

  test('in the answer of SES records it nowhere, once the letter is somebody else’s', async () => {
    await storeLetter(world);
    await send({ [SES]: [then(others)] });
    expect([await state(), world.accepted.length]).toEqual(['PENDING', 1]);
  });
});

describe('two letters of one client that say the same', () => {
  const OTHER = { ...LETTER, noticeId: 'N-2', policyNumber: 'FLEET-2' };
  const batch = streamOf(intent, noticeIntent(OTHER));
  const states = async () => [await state(), (await storedLetter(world, 'N-2')).state];
  const sendBoth = (moments: Parameters<FunctionWorld['start']>[1] = {}) => world.start('send-notice', moments)(batch);

  test('leave as one, that names both', async () => {
    await storeLetter(world);
    await storeLetter(world, OTHER);
    expect(await sendBoth()).toEqual({ batchItemFailures: [] });
    expect([await states(), world.accepted.map((a) => a.noticeIds)]).toEqual([['SENT', 'SENT'], [['N-1', 'N-2']]]);
  });

  test('leave as two, where they go to two addresses', async () => {
    await storeLetter(world);
    await storeLetter(world, { ...OTHER, recipient: { ...LETTER.recipient, email: 'office@client.example' } });
    await sendBoth();
    expect(world.accepted.map((a) => [a.noticeIds, a.to]).toSorted()).toEqual([
      [['N-1'], 'cfo@client.example'],
      [['N-2'], 'office@client.example'],
    ]);
  });

  test('one is paid: the letter is of the other alone', async () => {
    await storeLetter(world);
    await storeLetter(world, OTHER);
    await set(world, NAMES.Policies, { policyNumber: 'FLEET-2', record: 'account' }, { receivedMinor: 10_000, moves: 1 });
    await sendBoth();
    expect([await states(), world.accepted.map((a) => a.noticeIds)]).toEqual([['SENT', 'CANCELLED'], [['N-1']]]);
  });

  test('SES reports on one before the sender has its answer: the other ends all the same', async () => {
    await storeLetter(world);
    await storeLetter(world, OTHER);
    const reported = then(() => set(world, NAMES.Notices, { noticeId: 'N-1' }, { state: 'DELIVERED' }));
    await sendBoth({ [SES]: [reported] });
    expect([await states(), await isInOutbox(world, OTHER), world.accepted.length]).toEqual([['DELIVERED', 'SENT'], false, 1]);
  });
});

test('with no time left nothing is begun, and the batch says so', async () => {
  await storeLetter(world);
  expect(await world.start('send-notice')(streamOf(intent), 5_000)).toEqual({ batchItemFailures: [{ itemIdentifier: 's-0' }] });
  expect([await state(), world.accepted]).toEqual(['PENDING', []]);
});

test('a sender that fails says so, and leaves the letter as it was', async () => {
  await storeLetter(world);
  const refused: Moment = async () => targetError('ValidationException', 400);
  expect(await world.start('send-notice', { 'dynamodb:BatchGetItem': [refused] })(streamOf(intent))).toEqual({
    batchItemFailures: [{ itemIdentifier: 's-0' }],
  });
  expect([await state(), await isInOutbox(world)]).toEqual(['PENDING', true]);
});
