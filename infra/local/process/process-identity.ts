import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A process number is used again one day; together with the time it began it names one process for good. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly startedAt: string;
}

export const identityOf = (pid: number): ProcessIdentity | null => {
  const startedAt = process.platform === 'linux' ? startedAtLinux(pid) : startedAtElsewhere(pid);
  return startedAt === null ? null : { pid, startedAt };
};

export const isAlive = (identity: ProcessIdentity): boolean => identityOf(identity.pid)?.startedAt === identity.startedAt;

/** Clock ticks since boot, the 22nd field; the 2nd is the name in brackets and may itself hold blanks. A zombie has ended. */
const startedAtLinux = (pid: number): string | null => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' ? null : (fields[18] ?? null);
  } catch (error) {
    if (isNoSuchProcess(error)) return null;
    throw error;
  }
};

const isNoSuchProcess = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH');

const startedAtElsewhere = (pid: number): string | null => {
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
  } catch {
    return null; // ps says so by its exit code
  }
};
