/** A thread that lives through the seeds it is asked for, one after the other. */
import { parentPort } from 'node:worker_threads';
import { deployFunctions } from './engine/functions.ts';
import { raiseSandbox } from './engine/sandbox.ts';
import { runSeed, type SeedOptions } from './run-seed.ts';
import { Seen } from './seen.ts';

/** What is told of a seed: plain values. A seed that broke something is lived through again by whoever wants to see it. */
export interface SeedTold {
  readonly options: SeedOptions;
  readonly broken: boolean;
  readonly steps: number;
  readonly seen: ReadonlyMap<string, number>;
  readonly struck: ReadonlyMap<string, number>;
}

const functions = await deployFunctions();
raiseSandbox();

parentPort?.on('message', async (options: SeedOptions) => {
  const { findings, steps, seen, struck } = await runSeed(functions, options);
  const faults = new Seen();
  for (const { kind } of struck) faults.count(kind);
  const told: SeedTold = { options, broken: findings.length > 0, steps, seen: seen.counts, struck: faults.counts };
  parentPort?.postMessage(told);
});
