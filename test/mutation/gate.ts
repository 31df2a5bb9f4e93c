import type { Killers, Mutant } from './mutant.ts';
import { runKillers } from './run-killers.ts';
import type { Scratch } from './scratch.ts';
import type { Verdict } from './verdict.ts';

export interface Judged {
  readonly mutant: Mutant;
  readonly verdict: Verdict;
  readonly seconds: number;
}

/** All killers on the sources as they are. What fails here already would kill every mutant, and say nothing: it is named. */
export async function unsound(copies: readonly Scratch[], mutants: readonly Mutant[]): Promise<readonly string[]> {
  const found: string[] = [];
  await share(copies, partsOf(mutants), async ({ folder }, killers) => {
    const verdict = await runKillers(folder, killers);
    if (verdict.verdict === 'killed') found.push(verdict.by);
    if (verdict.verdict === 'broken') found.push(`${[killers].flat().join(' ')}: ${verdict.why}`);
  });
  return found;
}

/** So that each run is over long before it is taken for one that hangs. */
const FILES_AT_ONCE = 10;

/** The simulation first: it takes longest. */
function partsOf(mutants: readonly Mutant[]): readonly Killers[] {
  const files = [...new Set(mutants.flatMap(({ killedBy }) => (killedBy === 'simulation' ? [] : killedBy)))];
  const parts = Array.from({ length: Math.ceil(files.length / FILES_AT_ONCE) }, (_, n) =>
    files.slice(n * FILES_AT_ONCE, (n + 1) * FILES_AT_ONCE),
  );
  return mutants.some(({ killedBy }) => killedBy === 'simulation') ? ['simulation', ...parts] : parts;
}

/** Takes each guard out by itself, and lets its killers look. */
export async function judge(
  copies: readonly Scratch[],
  mutants: readonly Mutant[],
  tell: (judged: Judged) => void,
): Promise<readonly Judged[]> {
  const judged: Judged[] = [];
  await share(copies, mutants, async (scratch, mutant) => {
    const begun = Date.now();
    const verdict = await scratch.without(mutant, () => runKillers(scratch.folder, mutant.killedBy));
    const done = { mutant, verdict, seconds: (Date.now() - begun) / 1000 };
    judged.push(done);
    tell(done);
  });
  return judged;
}

/** One copy a worker; who is free takes the next. */
async function share<T>(
  copies: readonly Scratch[],
  items: readonly T[],
  work: (scratch: Scratch, item: T) => Promise<void>,
): Promise<void> {
  const waiting = items.values();
  const worker = async (scratch: Scratch) => {
    for (const item of waiting) await work(scratch, item);
  };
  await Promise.all(copies.map(worker));
}
