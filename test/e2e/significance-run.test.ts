import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Insurer, startInsurer } from '../support/insurer.ts';

/** A run that does not fit into one invocation goes on in the next, through Lambda itself. */
let insurer: Insurer;
let createHandler: typeof import('../../functions/reassess/reassess.handler.ts').createHandler;
beforeAll(async () => {
  insurer = await startInsurer('2026-11-22T08:00:00Z');
  ({ createHandler } = await import('../../functions/reassess/reassess.handler.ts')); // it reads the environment of the local cloud
  await Promise.all(Array.from({ length: 130 }, (_, n) => insurer.client(`C-${n}`, { potential: { employees: n } })));
});
afterAll(() => insurer.cloud.stop());

/** Time for so many pages, as Lambda would tell it. */
const timeFor = (pages: number) => {
  let left = pages;
  return { getRemainingTimeInMillis: () => (left-- > 0 ? 900_000 : 1_000) };
};

test('the second invocation takes it from where the first one left it', async () => {
  const handler = createHandler({ clock: insurer.cloud.clock });
  const scheduled = { source: 'aws.scheduler', 'detail-type': 'Scheduled Event', time: '2026-11-22T09:00:00Z' };
  const first = await handler(scheduled, timeFor(1));
  expect(first).toEqual({ end: 'handedOver', runId: '2026-11-22T09:00:00.000Z' });
  await insurer.cloud.advanceTo(insurer.cloud.clock.now() + 1000); // until quiet
  const { body } = await insurer.call('GET', '/significance/reassessment/2026-11-22T09%3A00%3A00.000Z');
  expect(body).toMatchObject({ status: 'done', by: 'system', clients: 130, failed: 0 });
  expect(await handler(scheduled, timeFor(9))).toEqual({ end: 'nothingToDo' }); // fired twice
}, 60_000);

test('a run that nobody knows is none', async () => {
  expect((await insurer.call('GET', '/significance/reassessment/2020-01-01T00%3A00%3A00.000Z')).status).toBe(404);
  expect((await insurer.call('GET', '/significance/model/preview/2020-01-01T00%3A00%3A00.000Z')).status).toBe(404);
  const handler = createHandler({ clock: insurer.cloud.clock });
  expect(await handler({ kind: 'preview', runId: 'nobody' }, timeFor(1))).toEqual({ end: 'nothingToDo' });
});
