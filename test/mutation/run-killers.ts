import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Killers } from './mutant.ts';
import { type Verdict, verdictOfSeeds, verdictOfTests } from './verdict.ts';

/** Tests take seconds, all seeds two or three minutes; what hangs on a mutant has not noticed anything. */
const LONGEST_MS = 300_000;

/** Runs test files, or the simulation, in a scratch copy. */
export const runKillers = (folder: string, killers: Killers): Promise<Verdict> =>
  killers === 'simulation' ? runSeeds(folder) : runTests(folder, killers);

async function runSeeds(folder: string): Promise<Verdict> {
  const ended = await runNode(folder, ['test/mutation/break-a-seed.ts']);
  return ended.inTime ? verdictOfSeeds(ended.output) : HUNG;
}

async function runTests(folder: string, files: readonly string[]): Promise<Verdict> {
  const place = await mkdtemp(join(tmpdir(), 'premium-control-verdict-'));
  try {
    const outputFile = join(place, 'report.json');
    const how = ['--bail', '1', '--maxWorkers', '1', '--reporter', 'json', '--outputFile', outputFile];
    const ended = await runNode(folder, ['node_modules/vitest/vitest.mjs', 'run', ...how, ...files]);
    if (!ended.inTime) return HUNG;
    const text = await readFile(outputFile, 'utf8').catch(() => undefined);
    return text === undefined
      ? { verdict: 'broken', why: `vitest wrote no report: ${ended.output.slice(-200)}` }
      : verdictOfTests(JSON.parse(text));
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

const HUNG: Verdict = { verdict: 'broken', why: `no result within ${LONGEST_MS / 1000} s` };

interface Ended {
  readonly inTime: boolean;
  readonly output: string;
}

/** In a process group of its own, so that what it started ends with it. */
async function runNode(folder: string, args: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, [...args], { cwd: folder, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const keep = (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-10_000);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  let inTime = true;
  const timer = setTimeout(() => {
    inTime = false;
    endGroup(child.pid);
  }, LONGEST_MS);
  await once(child, 'close');
  clearTimeout(timer);
  return { inTime, output };
}

function endGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error; // it has just ended by itself
  }
}
