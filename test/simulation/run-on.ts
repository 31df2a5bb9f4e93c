import type { DeployedFunction } from './engine/functions.ts';
import { failureText } from './failure-text.ts';
import { FAULT_KINDS } from './faults/fault-kinds.ts';
import { runSeed } from './run-seed.ts';
import { Seen } from './seen.ts';
import { shrink } from './shrink.ts';

interface Running {
  /** The first seed; the others follow. */
  readonly from: number;
  readonly size: { readonly policies: number; readonly days: number };
  /** Epoch ms of the real clock. */
  readonly until: number;
}

const TELL_EVERY_MS = 30_000;

/** Seed after seed; tells now and then how far it is and what it has seen. Answers how many seeds broke something. */
export async function runOn(functions: ReadonlyMap<string, DeployedFunction>, { from, size, until }: Running): Promise<number> {
  const begun = Date.now();
  const [seen, faults] = [new Seen(), new Seen()];
  let [seeds, steps, broken, toldAt] = [0, 0, 0, begun];
  const tell = () => {
    const seconds = (Date.now() - begun) / 1000;
    const rates = `${(seeds / seconds).toFixed(1)} seeds/s, ${Math.round(steps / seconds)} steps/s`;
    console.log(`${seeds} seeds of ${size.policies} policies and ${size.days} days, ${steps} steps, ${rates}, ${broken} broken`);
  };
  while (Date.now() < until) {
    const options = { seed: String(from + seeds), ...size };
    const result = await runSeed(functions, options);
    seeds += 1;
    steps += result.steps;
    seen.add(result.seen);
    for (const { kind } of result.struck) faults.count(kind);
    if (result.findings.length > 0) {
      broken += 1;
      console.log(failureText(options, await shrink(functions, options, result)));
    }
    if (Date.now() - toldAt < TELL_EVERY_MS) continue;
    toldAt = Date.now();
    tell();
  }
  tell();
  console.log(`faults: ${listOf(faults)}`);
  console.log(`never struck: ${FAULT_KINDS.filter((kind) => !faults.counts.has(kind)).join(', ') || 'none'}`);
  console.log(`seen: ${listOf(seen)}`);
  return broken;
}

const listOf = ({ counts }: Seen): string =>
  [...counts]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([what, times]) => `${what} ${times}`)
    .join(', ');
