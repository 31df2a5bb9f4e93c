import type { SeedOptions, SeedResult } from './run-seed.ts';

/** What a person needs who is to mend it: the finding, how to see it again, and the shortest trace that was found. */
export function failureText({ seed, policies, days }: SeedOptions, { findings, struck, actions, trace }: SeedResult): string {
  const faults = new Set(struck.map(({ id }) => id));
  return [
    `seed ${seed} breaks:`,
    ...findings.map(({ invariant, what }) => `  invariant ${invariant}: ${what}`),
    `again: npm run simulate -- --seed ${seed} --policies ${policies} --days ${days}`,
    `with ${actions.length} actions and ${faults.size} faults: ${[...faults].join(', ')}`,
    ...trace.lines(),
  ].join('\n');
}
