import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { BUNDLE_OPTIONS, bundleFolder, bundleFunctions } from '../../infra/bundle.ts';
import { DECLARED_FUNCTIONS } from '../../infra/declared-functions.ts';
import { TABLES, tableVariable } from '../../shared/adapters/dynamodb/tables.ts';
import { median } from './bounded-loop.ts';

export interface ColdStart {
  readonly name: string;
  /** Minified, of what is loaded at the start. */
  readonly kilobytes: number;
  readonly milliseconds: number;
  /** Beside a bare handler with the same DynamoDB client, in the same run. */
  readonly ofBare: number;
}

const RUNS = 7;

/** Time to import each bundled function in a new process, its imports alone: the bundles are those that are deployed. */
export async function benchColdStarts(): Promise<readonly ColdStart[]> {
  await bundleFunctions();
  const folder = await mkdtemp(join(tmpdir(), 'bare-'));
  try {
    await build({ ...BUNDLE_OPTIONS, entryPoints: { index: 'test/bench/cold/bare.ts' }, outdir: folder });
    const bare = coldImport(folder, folder);
    return [
      { name: 'bare handler', kilobytes: sizeOf(folder), milliseconds: bare.milliseconds, ofBare: 1 },
      ...DECLARED_FUNCTIONS.map(({ name }) => measure(name, folder)),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function measure(name: (typeof DECLARED_FUNCTIONS)[number]['name'], bareFolder: string): ColdStart {
  const { milliseconds, ofBare } = coldImport(bundleFolder(name), bareFolder);
  return { name, kilobytes: sizeOf(bundleFolder(name)), milliseconds, ofBare };
}

/** The two in turn, A B A B …: a ratio pair by pair holds when the machine's speed drifts. */
function coldImport(folder: string, bareFolder: string): { readonly milliseconds: number; readonly ofBare: number } {
  const pairs = Array.from({ length: RUNS + 1 }, () => ({ own: importOnce(folder), bare: importOnce(bareFolder) })).slice(1);
  return { milliseconds: median(pairs.map((p) => p.own)), ofBare: median(pairs.map((p) => p.own / p.bare)) };
}

const PROBE =
  'const at = performance.now(); await import(process.argv[1]); process.stdout.write(String(performance.now() - at)); process.exit(0);';

const importOnce = (folder: string): number =>
  Number(
    execFileSync(process.execPath, ['--input-type=module', '-e', PROBE, join(folder, 'index.mjs')], { env: ENVIRONMENT, encoding: 'utf8' }),
  );

const ENVIRONMENT = {
  AWS_REGION: 'eu-central-1',
  AWS_ACCESS_KEY_ID: 'none',
  AWS_SECRET_ACCESS_KEY: 'none',
  DEFAULT_COUNTRY: 'UA',
  DEFAULT_TIME_ZONE: 'Europe/Kyiv',
  BENEFICIARY_ACCOUNTS: '[]',
  LINK_SECRET: 'bench',
  PATH: process.env['PATH'] ?? '',
  ...Object.fromEntries(TABLES.map(({ name }) => [tableVariable(name), name])),
};

const sizeOf = (folder: string): number => Math.round(statSync(join(folder, 'index.mjs')).size / 1024);
