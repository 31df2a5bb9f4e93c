import type { DeployedFunction } from './engine/functions.ts';
import { runSeed, type SeedOptions, type SeedResult } from './run-seed.ts';

/** Runs that shrinking may take: some seconds, whatever the seed. */
const MOST_RUNS = 120;

/**
 * A shorter way to the same finding: faults and actions are left out, halves first, then quarters, as long as an invariant of
 * the same number still breaks. What remains is rarely the shortest there is, and always enough to see it.
 */
export async function shrink(
  functions: ReadonlyMap<string, DeployedFunction>,
  options: SeedOptions,
  failed: SeedResult,
): Promise<SeedResult> {
  const invariant = failed.findings[0]?.invariant;
  let best = failed;
  let runs = 0;
  const attempt = async (faults: readonly string[], actions: readonly string[]): Promise<boolean> => {
    if (++runs > MOST_RUNS) return false;
    const result = await runSeed(functions, { ...options, faults: new Set(faults), actions: new Set(actions) });
    if (result.findings[0]?.invariant !== invariant) return false;
    best = result;
    return true;
  };
  const ids = () => [...new Set(best.struck.map(({ id }) => id))];
  await reduce(ids(), (faults) => attempt(faults, best.actions));
  await reduce([...best.actions], (actions) => attempt(ids(), actions));
  await reduce(ids(), (faults) => attempt(faults, best.actions));
  return best;
}

/** Delta debugging: drops one part after another while what is left still fails; parts get smaller until they are single. */
async function reduce(all: readonly string[], stillFails: (kept: readonly string[]) => Promise<boolean>): Promise<void> {
  let kept = all;
  for (let size = Math.ceil(kept.length / 2); size >= 1 && kept.length > 0; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < kept.length; ) {
      const without = kept.toSpliced(from, size);
      if (await stillFails(without)) kept = without;
      else from += size;
    }
  }
}
