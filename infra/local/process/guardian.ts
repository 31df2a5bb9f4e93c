import { spawn } from 'node:child_process';

/**
 * A process between us and a program that we start: when we end, however we end (`kill -9` too), the channel to us breaks, and
 * the guardian ends the program. Without it an orphan would keep the database file open.
 *
 * Usage: guardian.ts <word that says the program is ready> <program> [arguments…]; tells its parent a GuardianMessage.
 */
export type GuardianMessage = { readonly kind: 'ready'; readonly pid: number } | { readonly kind: 'ended'; readonly output: string };

const MOST_OUTPUT = 4_000;

const guard = (readyWord: string, program: string, args: readonly string[]): void => {
  // a group of its own: Ctrl-C reaches our group at once, while requests that run still need the database
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let output = '';
  let ready = false;
  const tell = (message: GuardianMessage) => {
    if (process.connected) process.send?.(message);
  };
  const read = (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-MOST_OUTPUT);
    if (ready || child.pid === undefined || !output.includes(readyWord)) return;
    ready = true;
    tell({ kind: 'ready', pid: child.pid });
  };
  const ended = (why: string) => {
    tell({ kind: 'ended', output: `${why} ${output}`.trim() });
    process.disconnect?.();
  };
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  child.once('error', (error) => ended(error.message));
  child.once('exit', (code, signal) => ended(`exit ${code ?? signal}.`));
  process.once('disconnect', () => {
    child.kill('SIGKILL');
    process.exit();
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {}); // our parent decides
};

const [readyWord, program, ...args] = process.argv.slice(2);
if (readyWord === undefined || program === undefined || !process.connected) {
  console.error('guardian.ts is started by the local cloud');
  process.exitCode = 2;
} else {
  guard(readyWord, program, args);
}
