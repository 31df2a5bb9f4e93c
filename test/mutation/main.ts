/**
 * npm run mutate [-- --only TEXT]: takes each guard of the table out of a copy of the checkout, one at a time, and lets the tests and
 * the simulation look. Survivors are named; any makes it fail.
 */
import { fileURLToPath } from 'node:url';
import { readFlags } from '../../infra/tools/flags.ts';
import { MUTANTS } from './all-mutants.ts';
import { type Judged, judge, unsound } from './gate.ts';
import { lineOf, summaryOf } from './report.ts';
import { scratchCopy } from './scratch.ts';

const WORKERS = 2;

const USAGE = `npm run mutate [-- --only TEXT]

  --only        entries whose id or file has the text; every one unless it is given`;

const { values } = readFlags(USAGE, { options: { only: { type: 'string', default: '' } } });
const mutants = MUTANTS.filter(({ id, file }) => id.includes(values.only) || file.includes(values.only));
const checkout = fileURLToPath(new URL('../..', import.meta.url));
const copies = await Promise.all(Array.from({ length: WORKERS }, () => scratchCopy(checkout)));
try {
  process.exitCode = await gate();
} finally {
  for (const copy of copies) await copy.remove();
}

async function gate(): Promise<number> {
  if (mutants.length === 0) return refuse([`no entry has '${values.only}' in its id or file`]);
  const begun = Date.now();
  console.log(`${mutants.length} mutants; first, that everything is green without any of them`);
  const wrong = await unsound(copies, mutants);
  if (wrong.length > 0) return refuse(wrong);
  console.log(`green after ${((Date.now() - begun) / 1000).toFixed(0)} s`);
  let count = 0;
  const tell = (judged: Judged) => console.log(`${String(++count).padStart(4)} of ${mutants.length}  ${lineOf(judged)}`);
  const judged = await judge(copies, mutants, tell);
  console.log(summaryOf(judged, (Date.now() - begun) / 1000));
  return judged.every(({ verdict }) => verdict.verdict === 'killed') ? 0 : 1;
}

function refuse(why: readonly string[]): number {
  console.error(`Nothing can be said of any mutant:\n${why.map((line) => `  ${line}`).join('\n')}`);
  return 2;
}
