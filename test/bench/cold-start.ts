import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { BUNDLE_OPTIONS, bundleFolder, bundleFunctions } from '../../infra/bundle.ts';
import { TABLES, tableVariable } from '../../shared/adapters/dynamodb/tables.ts';
import { bytesAtStart } from '../infra/support/shipped.ts';
import { median } from './bounded-loop.ts';

export interface ColdStart {
  readonly name: string;
  /** Minified: the entry and all that it imports, without what it imports only when needed. */
  readonly kilobytes: number;
  readonly milliseconds: number;
  readonly processorMilliseconds: number;
  /** Beside a bare handler with the same DynamoDB client, in the same run. */
  readonly ofBare: number;
  /** The same by processor time, which others on the machine do not lengthen. */
  readonly processorOfBare: number;
}

const RUNS = 7;

/** Time to import each bundled function in a new process, its imports alone: the bundles are those that are deployed. */
export async function benchColdStarts(): Promise<readonly ColdStart[]> {
  const bundles = await bundleFunctions();
  const folder = await mkdtemp(join(tmpdir(), 'bare-'));
  try {
    const { metafile } = await build({ ...BUNDLE_OPTIONS, entryPoints: { index: 'test/bench/cold/bare.ts' }, outdir: folder });
    const functions = [...bundles].map(([name, bundle]) => ({ name, metafile: bundle, folder: bundleFolder(name) }));
    return [{ name: 'bare handler', metafile, folder }, ...functions].map((bundle) => ({
      name: bundle.name,
      kilobytes: Math.round(bytesAtStart(bundle.metafile) / 1024),
      ...coldImport(bundle.folder, folder),
    }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The two in turn, A B A B …: a ratio pair by pair holds when the machine's speed drifts. */
function coldImport(folder: string, bareFolder: string): Omit<ColdStart, 'name' | 'kilobytes'> {
  const pairs = Array.from({ length: RUNS + 1 }, () => ({ own: importOnce(folder), bare: importOnce(bareFolder) })).slice(1);
  return {
    milliseconds: median(pairs.map((p) => p.own.wall)),
    processorMilliseconds: median(pairs.map((p) => p.own.processor)),
    ofBare: median(pairs.map((p) => p.own.wall / p.bare.wall)),
    processorOfBare: median(pairs.map((p) => p.own.processor / p.bare.processor)),
  };
}

const PROBE = `
  const used = process.cpuUsage();
  const at = performance.now();
  await import(process.argv[1]);
  const wall = performance.now() - at;
  const { user, system } = process.cpuUsage(used);
  process.stdout.write(JSON.stringify({ wall, processor: (user + system) / 1000 }));
  process.exit(0);`;

interface Import {
  readonly wall: number;
  readonly processor: number;
}

const importOnce = (folder: string): Import =>
  JSON.parse(
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
