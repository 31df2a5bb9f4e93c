import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { identityOf, isAlive, type ProcessIdentity } from '../process/process-identity.ts';
import { StartProblem } from '../start-problem.ts';

/** Where one local cloud keeps what it must not forget. */
export interface DataFolder {
  /** null where nothing is kept. */
  file(name: string): string | null;
  release(): void;
}

const LOCK = 'running.json';

/** Opens the folder for this process alone: two local clouds on one database would undo each other's work. */
export const openDataFolder = (path: string): DataFolder => {
  const folder = resolve(path);
  try {
    mkdirSync(folder, { recursive: true });
  } catch (cause) {
    throw new StartProblem(`The data folder ${folder} can't be made: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
  const lock = join(folder, LOCK);
  const owner = readIdentity(lock);
  if (owner !== null && isAlive(owner)) {
    throw new StartProblem(`The data folder ${folder} is in use by process ${owner.pid}: stop that, or choose another with --data-dir.`);
  }
  writeFileSync(lock, JSON.stringify(identityOf(process.pid)));
  return { file: (name) => join(folder, name), release: () => rmSync(lock, { force: true }) };
};

/** Nothing is kept. */
export const noDataFolder: DataFolder = { file: () => null, release: () => {} };

/** null where there is none, or where it was torn when the machine went down. */
export const readIdentity = (file: string): ProcessIdentity | null => {
  if (!existsSync(file)) return null;
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isIdentity(value) ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
};

const isIdentity = (value: unknown): value is ProcessIdentity =>
  typeof value === 'object' &&
  value !== null &&
  'pid' in value &&
  typeof value.pid === 'number' &&
  'startedAt' in value &&
  typeof value.startedAt === 'string';
