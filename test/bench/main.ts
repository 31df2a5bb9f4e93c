/**
 * `npm run bench`: what things cost, each beside a bare loop of the same work in the same run, since machines
 * differ and are noisy. A table and one line of JSON each; exit code 1 where a figure is not as it must be.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { readFlags, refuseFlags } from '../../infra/tools/flags.ts';

const USAGE = `npm run bench [-- SECTION…] [--large]

  SECTION       budget, checkpoints, growth, policy-years, payments, cold, reassessment, import-camt or import-mt940; all of them unless some are named
  --large       up to 100,000 policies, clients and entries; takes about an hour`;

const { values, positionals } = readFlags(USAGE, { allowPositionals: true, options: { large: { type: 'boolean', default: false } } });

/** Set in the process of a section. */
const ALONE = 'BENCH_SECTION';

/** Else Node leaves garbage where it is while the machine has room, and what is needed can't be told from it. The deployed function has 512 MB in all. */
const HEAP_OF_IMPORTS = '--max-old-space-size=256';

process.env['POWERTOOLS_LOG_LEVEL'] ??= 'WARN'; // read when functions are loaded: a year of the watchdog's reports is no result
const { SECTIONS } = await import('./sections.ts');

const unknown = positionals.find((name) => !Object.hasOwn(SECTIONS, name));
if (unknown !== undefined) refuseFlags(USAGE, `There is no section ${unknown}`);
const [only, ...more] = positionals;
const isAlone = process.env[ALONE] !== undefined && only !== undefined && more.length === 0;
process.exitCode = (isAlone ? await SECTIONS[only]?.(values) : eachByItself()) ? 0 : 1;

/** A process for each: none finds functions that another has warmed up, or its environment. */
function eachByItself(): boolean {
  const names = positionals.length > 0 ? positionals : Object.keys(SECTIONS);
  const flags = values.large ? ['--large'] : [];
  const statuses = names.map((name) => {
    const heap = name.startsWith('import-') ? [HEAP_OF_IMPORTS] : [];
    const args = [...heap, fileURLToPath(import.meta.url), name, ...flags];
    return spawnSync(process.execPath, args, { stdio: 'inherit', env: { ...process.env, [ALONE]: 'yes' } }).status;
  });
  return statuses.every((status) => status === 0);
}
