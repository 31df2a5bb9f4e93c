import { afterAll, beforeAll, expect, test } from 'vitest';
import { DECISIONS, neverReached, OTHERS } from './coverage.ts';
import { type DeployedFunction, deployFunctions } from './engine/functions.ts';
import { raiseSandbox } from './engine/sandbox.ts';
import { failureText } from './failure-text.ts';
import { FAULT_KINDS } from './faults/fault-kinds.ts';
import type { Swarm } from './faults/fault-plan.ts';
import { liveThrough } from './many-seeds.ts';
import { runSeed, type SeedOptions } from './run-seed.ts';
import { Seen } from './seen.ts';
import { shrink } from './shrink.ts';

let functions: ReadonlyMap<string, DeployedFunction>;
let lowerSandbox: () => void;

beforeAll(async () => {
  functions = await deployFunctions();
  lowerSandbox = raiseSandbox();
});
afterAll(() => lowerSandbox());

const seedsOf = (name: string, count: number, size: Pick<SeedOptions, 'policies' | 'days'>): readonly SeedOptions[] =>
  Array.from({ length: count }, (_, index) => ({ seed: `${name}-${index + 1}`, ...size }));

/** Of 300 seeds the one that cancels a letter because its installment was deferred meanwhile. */
const RARE = 'more-234';

/** Most live through one policy; some through several of a client, which share their days and letters. */
const SEEDS = [
  ...seedsOf('twins', 8, { policies: 4, days: 15 }),
  ...seedsOf('pairs', 12, { policies: 2, days: 30 }),
  ...seedsOf('smoke', 180, { policies: 1, days: 30 }),
  { seed: RARE, policies: 2, days: 30 },
];

/** Kinds that are reached a few times only may be missed when chance falls otherwise: then it goes on for a while. */
const MORE = 400;

function* until(isEnough: () => boolean): Generator<SeedOptions> {
  yield* SEEDS;
  for (const options of seedsOf('more', MORE, { policies: 2, days: 30 })) if (!isEnough()) yield options;
}

test(`all invariants hold through ${SEEDS.length} seeds; every kind of fault strikes, and every kind of decision is reached`, async () => {
  const [seen, faults] = [new Seen(), new Seen()];
  const broken: SeedOptions[] = [];
  const unreached = () => neverReached([...DECISIONS, ...OTHERS], seen.counts);
  await liveThrough(
    until(() => broken.length > 0 || unreached().length === 0),
    (told) => {
      if (told.broken) broken.push(told.options);
      seen.add(told.seen);
      faults.add(told.struck);
    },
  );
  for (const options of broken) expect.fail(failureText(options, await shrink(functions, options, await runSeed(functions, options))));
  expect(neverReached(FAULT_KINDS, faults.counts)).toEqual([]);
  expect(unreached()).toEqual([]);
}, 600_000);

/** Answers come hours late, and whoever waited for them wakes when others have long taken over: to claim, to send, to settle. */
const ZOMBIES: Swarm = new Map([
  ['answerSlow', 0.12],
  ['zombie', 0.9],
  ['senderFrozen', 0.1],
]);

/** Of 400 seeds these three sent a letter twice when a sender did not let go at the end of its lease (send-letter.ts). */
const WOKEN_LATE = ['zombies-90', 'zombies-190', 'zombies-304'];

test('a sender that wakes long after its lease sends nothing that another has sent', async () => {
  const others = seedsOf('zombies', 15, { policies: 1, days: 15 }).map(({ seed }) => seed);
  for (const seed of [...WOKEN_LATE, ...others]) {
    const options: SeedOptions = { seed, policies: 1, days: 15, swarm: ZOMBIES };
    const result = await runSeed(functions, options);
    if (result.findings.length > 0) expect.fail(failureText(options, await shrink(functions, options, result)));
  }
}, 600_000);

test('a seed is the same in every run, to the last event', async () => {
  const digest = async () => (await runSeed(functions, { seed: 'same', policies: 2, days: 20 })).trace.digest();
  expect(await digest()).toBe(await digest());
});
