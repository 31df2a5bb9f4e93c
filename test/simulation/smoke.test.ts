import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DeployedFunction, deployFunctions } from './engine/functions.ts';
import { raiseSandbox } from './engine/sandbox.ts';
import { failureText } from './failure-text.ts';
import { FAULT_KINDS } from './faults/fault-kinds.ts';
import { runSeed } from './run-seed.ts';
import { Seen } from './seen.ts';
import { shrink } from './shrink.ts';

const SEEDS = 200;
const SIZE = { policies: 1, days: 30 };

let functions: ReadonlyMap<string, DeployedFunction>;
let lowerSandbox: () => void;

beforeAll(async () => {
  functions = await deployFunctions();
  lowerSandbox = raiseSandbox();
});
afterAll(() => lowerSandbox());

/** What each of these seeds must come upon somewhere: else they prove nothing of it. */
const MUST_BE_SEEN = [
  'checkpoint acted',
  'checkpoint clear',
  'checkpoint superseded',
  'notice CANCELLED',
  'notice UNKNOWN',
  'policy suspended (checkpoint)',
  'policy active (paidUp)',
  'policy lapsed (checkpoint)',
  'policy completed (coverEnded)',
  'recordPayment 200',
  'recordPayment 201',
  'recordPayment 202',
  'recordPayment 409',
  'reversePayment 200',
  'waiting noticeNotSent',
  'dead letter',
];

test(`all invariants hold through ${SEEDS} seeds, and every kind of fault strikes`, async () => {
  const [seen, faults] = [new Seen(), new Seen()];
  for (let seed = 1; seed <= SEEDS; seed++) {
    const options = { seed: `smoke-${seed}`, ...SIZE };
    const result = await runSeed(functions, options);
    if (result.findings.length > 0) expect.fail(failureText(options, await shrink(functions, options, result)));
    seen.add(result.seen);
    for (const { kind } of result.struck) faults.count(kind);
  }
  expect(MUST_BE_SEEN.filter((what) => !seen.counts.has(what))).toEqual([]);
  expect(FAULT_KINDS.filter((kind) => !faults.counts.has(kind))).toEqual([]);
}, 240_000);

test('they hold when policies of one client are due on one day, and what he is told leaves in one letter', async () => {
  const seen = new Seen();
  for (let seed = 1; seed <= 8; seed++) {
    const options = { seed: `twins-${seed}`, policies: 4, days: 15 };
    const result = await runSeed(functions, options);
    if (result.findings.length > 0) expect.fail(failureText(options, await shrink(functions, options, result)));
    seen.add(result.seen);
  }
  expect(seen.counts.get('letter of several notices')).toBeGreaterThan(0);
}, 240_000);

test('a seed is the same in every run, to the last event', async () => {
  const digest = async () => (await runSeed(functions, { seed: 'same', policies: 2, days: 20 })).trace.digest();
  expect(await digest()).toBe(await digest());
});
