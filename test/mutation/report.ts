import Table from 'cli-table3';
import type { Judged } from './gate.ts';

export const lineOf = ({ mutant, verdict, seconds }: Judged): string =>
  `${verdict.verdict.padEnd(8)} ${seconds.toFixed(1).padStart(5)} s  ${mutant.id}`;

/** The table, in its order; the ten bugs of the simulation; and who survived. */
export function summaryOf(judged: readonly Judged[], seconds: number): string {
  const byId = judged.toSorted((a, b) => (a.mutant.id < b.mutant.id ? -1 : 1));
  const table = new Table({ head: ['mutant', 'guards', 'killed by', 's'], colWidths: [34, 52, 52, 6], wordWrap: true, ...PLAIN });
  table.push(...byId.map((j) => [j.mutant.id, j.mutant.guards, outcomeOf(j), j.seconds.toFixed(1)]));
  const alive = byId.filter(({ verdict }) => verdict.verdict !== 'killed');
  const smoke = byId.filter(({ mutant }) => mutant.smoke);
  return [
    table.toString(),
    ...(smoke.length > 0
      ? ['Real bugs, by the smoke seeds of the simulation alone:', ...smoke.map((j) => `  ${lineOf(j)}: ${outcomeOf(j)}`)]
      : []),
    ...alive.map((j) => `NOT KILLED ${j.mutant.id} (${j.mutant.file}): ${j.mutant.guards}; ${outcomeOf(j)}`),
    `${judged.length} mutants, ${judged.length - alive.length} killed, ${alive.length} not, ${(seconds / 60).toFixed(1)} minutes`,
  ].join('\n');
}

const PLAIN = { style: { head: [], border: [] } };

function outcomeOf({ verdict }: Judged): string {
  switch (verdict.verdict) {
    case 'killed':
      return verdict.by;
    case 'survived':
      return 'nothing noticed';
    case 'broken':
      return verdict.why;
  }
}
