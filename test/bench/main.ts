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

process.env['POWERTOOLS_LOG_LEVEL'] ??= 'WARN'; // read when functions are loaded: a year of the watchdog's reports is no result
const { SECTIONS } = await import('./sections.ts');

const unknown = positionals.find((name) => !Object.hasOwn(SECTIONS, name));
if (unknown !== undefined) refuseFlags(USAGE, `There is no section ${unknown}`);
const [only, ...more] = positionals;
const isWithin = only !== undefined && more.length === 0 ? await SECTIONS[only]?.(values) : eachByItself();
process.exitCode = isWithin ? 0 : 1;

/** A process for each: none finds functions that another has warmed up, or its environment. */
function eachByItself(): boolean {
  const names = positionals.length > 0 ? positionals : Object.keys(SECTIONS);
  const flags = values.large ? ['--large'] : [];
  const statuses = names.map(
    (name) => spawnSync(process.execPath, [fileURLToPath(import.meta.url), name, ...flags], { stdio: 'inherit' }).status,
  );
  return statuses.every((status) => status === 0);
}
