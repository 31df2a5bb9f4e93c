/** `npm run simulate`: the system under faults, judged by an auditor of its own. Exits 1 when an invariant did not hold. */
import { readFlags, refuseFlags } from '../../infra/tools/flags.ts';
import { deployFunctions } from './engine/functions.ts';
import { raiseSandbox } from './engine/sandbox.ts';
import { failureText } from './failure-text.ts';
import { runOn } from './run-on.ts';
import { runSeed } from './run-seed.ts';
import { shrink } from './shrink.ts';

const USAGE = `npm run simulate -- --seed S                one seed, with its trace
npm run simulate -- --hours 0.1 [--from 1]  seed after seed, until the time is over

  --policies    of a seed; 2 unless given
  --days        of a seed; 60 unless given`;

const { values } = readFlags(USAGE, {
  options: {
    seed: { type: 'string' },
    policies: { type: 'string', default: '2' },
    days: { type: 'string', default: '60' },
    hours: { type: 'string', default: '0.02' },
    from: { type: 'string', default: '1' },
  },
});

const size = { policies: Number(values.policies), days: Number(values.days) };
const hours = Number(values.hours);
if (!(size.policies >= 1 && size.days >= 1 && hours > 0 && Number(values.from) >= 1))
  refuseFlags(USAGE, 'A flag takes a number above zero');
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
  const until = Date.now() + hours * 3_600_000;
  return (await runOn(functions, { from: Number(values.from), size, until })) === 0 ? 0 : 1;
}
