import { afterEach, expect, test } from 'vitest';
import type { LocalCloud } from '../../../infra/local/cloud.ts';
import { startStoryCloud } from '../../../infra/local/demo/story-cloud.ts';
import { type Told, tellStory } from '../../../infra/local/demo/tell-story.ts';

/** Few clients and two months, over a real local cloud. */
let running: LocalCloud | undefined;

const startCloud = async (): Promise<LocalCloud> => {
  await running?.stop();
  running = await startStoryCloud({ port: 0, mailPort: 0 });
  return running;
};

afterEach(async () => {
  await running?.stop();
  running = undefined;
});

const tell = async (seed: number): Promise<Told & { readonly days: readonly string[] }> => {
  const days: string[] = [];
  const over = new AbortController().signal;
  const told = await tellStory(await startCloud(), { seed, clients: 6, days: 60, over, onDay: (today) => days.push(today) });
  return { ...told, days };
};

const shown = ({ tables, worthALook }: Told) => [tables, ...worthALook.map(({ policy, why }) => `${policy.policyNumber} ${why}`)];

test('the books agree; the same seed tells the same story, another one another', async () => {
  const first = await tell(7);
  expect(first.faults).toEqual([]);
  expect([first.days[0], first.days.length, first.days.at(-1)]).toEqual(['2027-01-04', 62, '2027-03-05']); // the last day is read back, too
  expect(first.worthALook).toHaveLength(3);

  expect(shown(await tell(7))).toEqual(shown(first));

  const other = await tell(8);
  expect(other.faults).toEqual([]);
  expect(other.tables).not.toBe(first.tables);
}, 180_000);

test('a story that is stopped makes no further request', async () => {
  const cloud = await startCloud();
  const over = new AbortController();
  const onDay = (today: string) => {
    if (today === '2027-01-06') over.abort();
  };
  await expect(tellStory(cloud, { seed: 7, clients: 2, days: 60, over: over.signal, onDay })).rejects.toThrow('aborted');
  expect(new Date(cloud.clock.now()).toISOString().slice(0, 10)).toBe('2027-01-06');
}, 60_000);
