/**
 * Lives through the smoke seeds until one of them breaks an invariant, and prints what it found in one line of JSON. Run inside a
 * scratch copy, by the mutation gate.
 */
import { deployFunctions } from '../simulation/engine/functions.ts';
import { raiseSandbox } from '../simulation/engine/sandbox.ts';
import { runSeed } from '../simulation/run-seed.ts';

/** Those of `test/simulation/smoke.test.ts` that live through one policy. */
const SEEDS = 180;
const SIZE = { policies: 1, days: 30 };

const functions = await deployFunctions();
raiseSandbox();

let seeds = 0;
let found: object | undefined;
while (!found && seeds < SEEDS) {
  seeds += 1;
  const seed = `smoke-${seeds}`;
  const { findings } = await runSeed(functions, { seed, ...SIZE });
  if (findings[0]) found = { seed, ...findings[0] };
}
console.log(JSON.stringify({ seeds, ...(found ? { found } : {}) }));
process.exit(); // timers that the SDK has left behind would keep it for half a minute
