import { beforeEach, describe, expect, test } from 'vitest';
import type { StoredNotice } from '../../../shared/ports/notice-store.ts';
import { type FunctionWorld, functionWorld, type Moment } from '../../support/function-world.ts';
import { holdOf } from '../../support/policies.ts';
import { NAMES } from '../../support/significance-world.ts';
import { sesAnswer, sesError } from '../../support/simulated-aws/wire/answers.ts';
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
  expect([await state(), await isInOutbox(world), world.accepted.map((a) => a.noticeId)]).toEqual(['SENT', false, [LETTER.noticeId]]);
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
