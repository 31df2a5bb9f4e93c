/**
 * npm run simulate -- --seed S --policies N --days D     one seed, with its trace
 * npm run simulate -- --hours H [--from F]               seed after seed, until the time is over
 */
import { parseArgs } from 'node:util';
import { deployFunctions } from './engine/functions.ts';
import { raiseSandbox } from './engine/sandbox.ts';
import { failureText } from './failure-text.ts';
import { runOn } from './run-on.ts';
import { runSeed } from './run-seed.ts';
import { shrink } from './shrink.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    policies: { type: 'string', default: '2' },
    days: { type: 'string', default: '60' },
    hours: { type: 'string' },
    from: { type: 'string', default: '1' },
  },
});

const size = { policies: Number(values.policies), days: Number(values.days) };
const functions = await deployFunctions();
raiseSandbox();
process.exit(values.seed === undefined ? await several() : await one(values.seed)); // invocations that died have left timers of half a minute

async function one(seed: string): Promise<number> {
  const result = await runSeed(functions, { seed, ...size });
  if (result.findings.length === 0) {
    console.log(result.trace.lines().join('\n'));
    console.log(
      `seed ${seed}: all invariants held; ${result.steps} steps, ${result.struck.length} faults, digest ${result.trace.digest()}`,
    );
    return 0;
  }
  console.log(failureText({ seed, ...size }, await shrink(functions, { seed, ...size }, result)));
  return 1;
}

async function several(): Promise<number> {
  const until = Date.now() + Number(values.hours ?? 0.02) * 3_600_000;
  return (await runOn(functions, { from: Number(values.from), size, until })) === 0 ? 0 : 1;
}
