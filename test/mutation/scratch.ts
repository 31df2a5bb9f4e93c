import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Mutant } from './mutant.ts';
import { mutateSource } from './mutate-source.ts';

const run = promisify(execFile);

/** A copy of the checkout that guards are taken out of, so that nobody's work is ever touched. */
export interface Scratch {
  readonly folder: string;
  /** Does some work while the mutant is in the copy, and takes it out again. */
  without<T>(mutant: Mutant, work: () => Promise<T>): Promise<T>;
  remove(): Promise<void>;
}

/** What git knows or would add, as it is now; the packages are linked. */
export async function scratchCopy(checkout: string): Promise<Scratch> {
  const folder = await mkdtemp(join(tmpdir(), 'premium-control-mutation-'));
  for (const file of await filesOf(checkout)) await cp(join(checkout, file), join(folder, file), { force: true }).catch(unlessDeleted);
  await symlink(join(checkout, 'node_modules'), join(folder, 'node_modules'));
  return {
    folder,
    async without(mutant, work) {
      const path = join(folder, mutant.file);
      const source = await readFile(path, 'utf8');
      await writeFile(path, mutateSource(source, mutant));
      try {
        return await work();
      } finally {
        await writeFile(path, source);
      }
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function filesOf(checkout: string): Promise<readonly string[]> {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
  const { stdout } = await run('git', args, { cwd: checkout, maxBuffer: 100_000_000 });
  return stdout.split('\0').filter((file) => file !== '');
}

/** Known to git, and deleted since. */
const unlessDeleted = (error: unknown): void => {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
};
