import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, expect, test } from 'vitest';
import type { Intent } from '../../../shared/ports/outbox.ts';
import { type FunctionWorld, functionWorld, type Moment } from '../../support/function-world.ts';
import { putItems } from '../../support/portfolio-items.ts';
import { NAMES } from '../../support/significance-world.ts';
import { refusedByBus } from '../../support/simulated-aws/eventbridge/memory-bus.ts';
import { jsonAnswer } from '../../support/simulated-aws/wire/answers.ts';
import { streamOf } from '../../support/stored-notices.ts';

/** What leaves the Outbox leaves it when its work is done, and a batch says where it stopped. */
let world: FunctionWorld;
beforeEach(async () => {
  world = await functionWorld('2026-12-08T07:13:00.000Z');
  await putItems(world.database, { [NAMES.Outbox]: [{ ...event('1') }, { ...event('2') }] });
});

const BUS = 'events:PutEvents';

function event(n: string): Intent {
  const at = '2026-12-08T07:12:00.000Z';
  const body = { eventId: `E-${n}`, type: 'PolicySuspended', occurredAt: at, detail: { policyNumber: 'P-1' } } as const;
  return { bucket: 'b1', intent: `${at}#E-${n}`, policyNumber: 'P-1', clientId: 'C-1', kind: 'event', event: body };
}

const left = async () => {
  const items = await Promise.all(
    ['1', '2'].map((n) => world.database.send(new GetCommand({ TableName: NAMES.Outbox, Key: keyOf(event(n)) }))),
  );
  return items.flatMap(({ Item }) => (Item ? [Item['intent']] : []));
};
const keyOf = ({ bucket, intent }: Intent) => ({ bucket, intent });
const relay = (batch: object, ...atBus: readonly Moment[]) => world.start('relay-intents', { [BUS]: atBus })(batch);
const published = () => world.published.map(({ detail }) => detail['eventId']);

test('events are published, and leave the Outbox', async () => {
  expect(await relay(streamOf(event('1'), event('2')))).toEqual({ batchItemFailures: [] });
  expect([published(), await left()]).toEqual([['E-1', 'E-2'], []]);
});

test.each<[string, Moment]>([
  ['does not answer', async () => jsonAnswer({ __type: 'com.amazonaws.events#ValidationException', message: 'no' }, 400)],
  ['refuses one', async () => refusedByBus()],
])('a bus that %s: the batch says so, and the event stays', async (_, atBus) => {
  expect(await relay(streamOf(event('1'), event('2')), async (serve) => serve(), atBus)).toEqual({
    batchItemFailures: [{ itemIdentifier: 's-1' }],
  });
  expect([published(), await left()]).toEqual([['E-1'], [event('2').intent]]);
});

test('a record that nobody can read is not passed over', async () => {
  const { Records } = streamOf(event('1'));
  const unreadable = { eventID: 'e-9', eventName: 'INSERT', dynamodb: { SequenceNumber: 's-9' } };
  expect(await relay({ Records: [...Records, unreadable] })).toEqual({ batchItemFailures: [{ itemIdentifier: 's-9' }] });
});
