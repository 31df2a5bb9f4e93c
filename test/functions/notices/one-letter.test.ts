import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { CLIENT_RECORD } from '../../../shared/adapters/dynamodb/client-items.ts';
import { MOST_IN_ONE_MESSAGE } from '../../../shared/domain/notice-tag.ts';
import type { StoredNotice } from '../../../shared/ports/notice-store.ts';
import { noticeIntent } from '../../../shared/usecases/intents.ts';
import { type FunctionWorld, functionWorld, type Moment } from '../../support/function-world.ts';
import { putItems } from '../../support/portfolio-items.ts';
import { NAMES } from '../../support/significance-world.ts';
import { sesError } from '../../support/simulated-aws/wire/answers.ts';
import { isInOutbox, LETTER, set, storedLetter, storeLetter, streamOf } from '../../support/stored-notices.ts';

/** The real function over services in memory: what happens to notices that were to leave in one letter. */
let world: FunctionWorld;
beforeEach(async () => {
  world = await functionWorld('2026-12-08T07:13:00.000Z');
});

const CLAIM = 'dynamodb:TransactWriteItems';
const SES = 'ses:SendRawEmail';

const notice = (n: number, different: Partial<StoredNotice> = {}): StoredNotice => ({
  ...LETTER,
  noticeId: `01KCS0X7Q0V5ZJ3M8W2T4N${String(n).padStart(4, '0')}`,
  policyNumber: `FLEET-${n}`,
  state: 'PENDING',
  ...different,
});

async function store(...notices: readonly StoredNotice[]): Promise<void> {
  for (const one of notices) {
    await storeLetter(world, one);
    const client = { clientId: one.clientId, record: CLIENT_RECORD, version: 1, name: 'Dnipro', kind: 'legalEntity' };
    const reached = { email: 'cfo@client.example', language: 'en', timeZone: 'Europe/Kyiv', potential: {} };
    await putItems(world.database, { [NAMES.Clients]: [{ ...client, ...reached }] });
  }
}

const batchOf = (...notices: readonly StoredNotice[]) => streamOf(...notices.map(noticeIntent));
const send = (moments: Parameters<FunctionWorld['start']>[1], ...notices: readonly StoredNotice[]) =>
  world.start('send-notice', moments)(batchOf(...notices));
const stateOf = async ({ noticeId }: StoredNotice) => (await storedLetter(world, noticeId)).state;
const letters = () => world.accepted.map(({ noticeIds }) => noticeIds);
const undone = (...places: readonly number[]) => ({ batchItemFailures: places.map((n) => ({ itemIdentifier: `s-${n}` })) });

const pay = ({ policyNumber }: StoredNotice) =>
  set(world, NAMES.Policies, { policyNumber, record: 'account' }, { receivedMinor: 10_000, moves: 1 });

describe('two policies of one client', () => {
  const [first, second] = [notice(1), notice(2)];
  beforeEach(() => store(first, second));

  test('one is paid between read and claim: none is claimed together, and the other leaves alone', async () => {
    const paid: Moment = async (serve) => {
      await pay(second);
      return serve();
    };
    expect(await send({ [CLAIM]: [paid] }, first, second)).toEqual(undone());
    expect([await stateOf(first), await stateOf(second), letters()]).toEqual(['SENT', 'CANCELLED', [[first.noticeId]]]);
  });

  test('four requests do for both: read, claim, SES, end', async () => {
    await send({}, first, second);
    expect(world.calls.filter((call) => !call.endsWith(':GetItem'))).toEqual(['dynamodb:BatchGetItem', CLAIM, SES, CLAIM]);
  });

  test.each<[string, Moment, string, object]>([
    ['throttles: both are given back, and come again', async () => sesError('Throttling', 400), 'PENDING', undone(0, 1)],
    ['answers with a 5xx: nobody knows of either', async () => sesError('InternalFailure', 500), 'UNKNOWN', undone()],
    ['breaks off: nobody knows of either', async () => Promise.reject(new Error('ECONNRESET')), 'UNKNOWN', undone()],
  ])('SES %s', async (_, atSes, state, answer) => {
    expect(await send({ [SES]: [atSes] }, first, second)).toEqual(answer);
    expect([await stateOf(first), await stateOf(second), letters()]).toEqual([state, state, []]);
    expect([await isInOutbox(world, first), await isInOutbox(world, second)]).toEqual([true, true]);
  });

  test('SES refuses for good: both have failed', async () => {
    expect(await send({ [SES]: [async () => sesError('MessageRejected', 400)] }, first, second)).toEqual(undone());
    expect([await stateOf(first), await stateOf(second)]).toEqual(['FAILED', 'FAILED']);
  });

  test('told twice by the stream, both are in one letter once', async () => {
    expect(await send({}, first, second, first)).toEqual(undone());
    expect(letters()).toEqual([[first.noticeId, second.noticeId]]);
  });

  test('one that was sent before is left out', async () => {
    await send({}, first);
    await send({}, first, second);
    expect(letters()).toEqual([[first.noticeId], [second.noticeId]]);
  });
});

test('two notices about one policy leave in one letter: the policy is checked once', async () => {
  const [task, other] = [notice(1), notice(2, { policyNumber: 'FLEET-1' })];
  await store(task, other);
  await send({}, task, other);
  expect(letters()).toEqual([[task.noticeId, other.noticeId]]);
});

test('more than a tag can name are several letters', async () => {
  const many = Array.from({ length: 2 * MOST_IN_ONE_MESSAGE + 1 }, (_, n) => notice(n));
  await store(...many);
  expect(await send({}, ...many)).toEqual(undone());
  expect(letters().map((ids) => ids.length)).toEqual([MOST_IN_ONE_MESSAGE, MOST_IN_ONE_MESSAGE, 1]);
});

describe('a batch', () => {
  test('says of each record whether it is done: what nobody wrote and nobody can read is not', async () => {
    const [here, ghost, there] = [notice(1), notice(2), notice(3)];
    await store(here, there);
    const { Records } = batchOf(here, ghost, there);
    const unreadable = { eventID: 'e-9', eventName: 'INSERT', dynamodb: { SequenceNumber: 's-9' } };
    const answer = await world.start('send-notice')({ Records: [...Records, unreadable] });
    expect(answer).toEqual(undone(1, 9));
    expect(letters()).toEqual([[here.noticeId, there.noticeId]]);
  });

  test('once SES throttles, no more is begun', async () => {
    const clients = [1, 2, 3].map((n) => notice(n, { clientId: `C-${n}` }));
    await store(...clients);
    const passes: Moment = async (serve) => serve();
    expect(await send({ [SES]: [passes, async () => sesError('Throttling', 400)] }, ...clients)).toEqual(undone(1, 2));
    expect(letters()).toEqual([[clients[0]?.noticeId]]);
    expect(await Promise.all(clients.map(stateOf))).toEqual(['SENT', 'PENDING', 'PENDING']);
  });

  test('a letter that cannot be read does not hold up those of other clients', async () => {
    const [broken, other] = [notice(1, { clientId: 'C-1' }), notice(2, { clientId: 'C-2' })];
    await store(broken, other);
    const regulation = { regulation: { regulationId: 'gone', version: 1 } };
    await set(world, NAMES.Policies, { policyNumber: broken.policyNumber, record: 'policy' }, regulation);
    expect(await send({}, broken, other)).toEqual(undone(0));
    expect(letters()).toEqual([[other.noticeId]]);
  });

  test('one policy that cannot be read does not hold up the other of its client', async () => {
    const [broken, ...others] = [notice(1), notice(2), notice(3)];
    await store(notice(1), ...others);
    const regulation = { regulation: { regulationId: 'gone', version: 1 } };
    await set(world, NAMES.Policies, { policyNumber: 'FLEET-1', record: 'policy' }, regulation);
    expect(await send({}, ...(broken ? [broken] : []), ...others)).toEqual(undone(0));
    expect(letters()).toEqual([others.map(({ noticeId }) => noticeId)]);
  });
});

describe('driven by the watchdog', () => {
  const driven = (...notices: readonly StoredNotice[]) => ({ intents: notices.map(noticeIntent) });

  test('what one client is told leaves in one letter, too', async () => {
    const [first, second] = [notice(1), notice(2)];
    await store(first, second);
    await world.start('send-notice')(driven(first, second));
    expect(letters()).toEqual([[first.noticeId, second.noticeId]]);
  });

  test('what could not be sent is a failure; what there was no time for is not: it is driven next time', async () => {
    await store(notice(1));
    await world.start('send-notice')(driven(notice(1)), 5_000);
    expect(await stateOf(notice(1))).toBe('PENDING');
    const throttles: Moment = async () => sesError('Throttling', 400);
    await expect(world.start('send-notice', { [SES]: [throttles] })(driven(notice(1)))).rejects.toThrow('1 notices could not be sent');
  });
});

const anyNotice = fc.record({
  clientId: fc.constantFrom('C-1', 'C-2'),
  email: fc.constantFrom('a@client.example', 'A@client.example', 'b@client.example'),
  kind: fc.constantFrom<StoredNotice['kind'][]>('notice', 'remind'),
  isPaid: fc.boolean(),
});

test('whatever is in a batch, each notice that is owed leaves in one letter, and a letter has one client and one address', async () => {
  const batches = fc.array(anyNotice, { minLength: 1, maxLength: 25 });
  await fc.assert(
    fc.asyncProperty(batches, async (batch) => {
      world = await functionWorld('2026-12-08T07:13:00.000Z');
      const all = batch.map(({ clientId, kind, email, isPaid }, n) => {
        return { isPaid, stored: notice(n, { clientId, kind, recipient: { ...LETTER.recipient, email } }) };
      });
      await store(...all.map(({ stored }) => stored));
      for (const { stored, isPaid } of all) if (isPaid) await pay(stored);
      expect(await send({}, ...all.map(({ stored }) => stored))).toEqual(undone());
      const owed = all.flatMap(({ stored, isPaid }) => (isPaid ? [] : [stored]));
      expect(letters().flat().toSorted()).toEqual(owed.map(({ noticeId }) => noticeId).toSorted());
      for (const ids of letters()) {
        const said = ids.map((id) => owed.find(({ noticeId }) => noticeId === id));
        expect(new Set(said.map((one) => `${one?.clientId} ${one?.recipient.email.toLowerCase()} ${one?.kind}`)).size).toBe(1);
      }
    }),
    { numRuns: 25 },
  );
});
