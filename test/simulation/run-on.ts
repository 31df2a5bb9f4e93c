import { DECISIONS, neverReached } from './coverage.ts';
import type { DeployedFunction } from './engine/functions.ts';
import { failureText } from './failure-text.ts';
import { FAULT_KINDS } from './faults/fault-kinds.ts';
import { liveThrough } from './many-seeds.ts';
import { runSeed, type SeedOptions } from './run-seed.ts';
import type { SeedTold } from './seed-worker.ts';
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
  const progress = new Progress();
  const broken: SeedOptions[] = [];
  let toldAt = Date.now();
  await liveThrough(seedsFrom(from, size, until), (told) => {
    progress.add(told);
    if (told.broken) {
      broken.push(told.options);
      console.log(`seed ${told.options.seed} breaks an invariant; its shortest trace follows at the end`);
    }
    if (Date.now() - toldAt < TELL_EVERY_MS) return;
    toldAt = Date.now();
    console.log(progress.text());
  });
  console.log(progress.text());
  console.log(`seen: ${listOf(progress.seen)}`);
  for (const options of broken) console.log(failureText(options, await shrink(functions, options, await runSeed(functions, options))));
  return broken.length;
}

function* seedsFrom(first: number, size: Running['size'], until: number): Generator<SeedOptions> {
  for (let seed = first; Date.now() < until; seed++) yield { seed: String(seed), ...size };
}

/** How far it is, how fast, what struck and what was reached. */
class Progress {
  readonly seen = new Seen();
  readonly #faults = new Seen();
  readonly #begun = Date.now();
  #seeds = 0;
  #steps = 0;
  #broken = 0;

  add({ broken, steps, seen, struck }: SeedTold): void {
    this.#seeds += 1;
    this.#steps += steps;
    this.#broken += broken ? 1 : 0;
    this.seen.add(seen);
    this.#faults.add(struck);
  }

  text(): string {
    const seconds = (Date.now() - this.#begun) / 1000;
    const [unstruck, unreached] = [neverReached(FAULT_KINDS, this.#faults.counts), neverReached(DECISIONS, this.seen.counts)];
    return [
      `${this.#seeds} seeds, ${(this.#seeds / seconds).toFixed(1)}/s; ${this.#steps} steps, ${Math.round(this.#steps / seconds)}/s; ${this.#broken} broken`,
      `  faults: ${listOf(this.#faults)}; never: ${unstruck.join(', ') || 'none'}`,
      `  decisions: ${DECISIONS.length - unreached.length} of ${DECISIONS.length} kinds; never: ${unreached.join(', ') || 'none'}`,
    ].join('\n');
  }
}

const listOf = ({ counts }: Seen): string =>
  [...counts]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([what, times]) => `${what} ${times}`)
    .join(', ');
