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
export async function unsound(scratch: Scratch, mutants: readonly Mutant[]): Promise<readonly string[]> {
  const files = [...new Set(mutants.flatMap(({ killedBy }) => (killedBy === 'simulation' ? [] : killedBy)))];
  const parts: readonly Killers[] = [
    ...Array.from({ length: Math.ceil(files.length / FILES_AT_ONCE) }, (_, n) => files.slice(n * FILES_AT_ONCE, (n + 1) * FILES_AT_ONCE)),
    ...(mutants.some(({ killedBy }) => killedBy === 'simulation') ? ['simulation' as const] : []),
  ];
  const found: string[] = [];
  for (const killers of parts) {
    const verdict = await runKillers(scratch.folder, killers);
    if (verdict.verdict === 'killed') found.push(verdict.by);
    if (verdict.verdict === 'broken') found.push(`${[killers].flat().join(' ')}: ${verdict.why}`);
  }
  return found;
}

/** So that each run is over long before it is taken for one that hangs. */
const FILES_AT_ONCE = 10;

/** Takes each guard out by itself, and lets its killers look. One copy a worker; who is free takes the next. */
export async function judge(
  copies: readonly Scratch[],
  mutants: readonly Mutant[],
  tell: (judged: Judged) => void,
): Promise<readonly Judged[]> {
  const waiting = mutants.values();
  const judged: Judged[] = [];
  const work = async (scratch: Scratch) => {
    for (const mutant of waiting) {
      const begun = Date.now();
      const verdict = await scratch.without(mutant, () => runKillers(scratch.folder, mutant.killedBy));
      const done = { mutant, verdict, seconds: (Date.now() - begun) / 1000 };
      judged.push(done);
      tell(done);
    }
  };
  await Promise.all(copies.map(work));
  return judged;
}
