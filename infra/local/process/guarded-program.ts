import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { GuardianMessage } from './guardian.ts';

const GUARDIAN = fileURLToPath(new URL('./guardian.ts', import.meta.url));

export interface GuardedProgram {
  /** Of the program itself, not of its guardian. */
  readonly pid: number;
  /** Resolves with its last words when it ends without having been stopped. */
  readonly died: Promise<string>;
  stop(): Promise<void>;
}

/** Starts a program that ends when we do. Resolves once it has written its ready word; rejects with its output when it ends before. */
export const startGuarded = (readyWord: string, program: string, args: readonly string[]): Promise<GuardedProgram> =>
  new Promise((resolve, reject) => {
    const guardian = fork(GUARDIAN, [readyWord, program, ...args], { stdio: 'ignore', execArgv: [] });
    const { promise: died, resolve: tellDied } = Promise.withResolvers<string>();
    guardian.on('message', (message: GuardianMessage) => {
      if (message.kind === 'ready') return resolve({ pid: message.pid, died, stop: () => stop(guardian) });
      tellDied(message.output);
      reject(new Error(message.output));
    });
    guardian.once('error', reject);
  });

/** Its guardian ends the program when the channel breaks. */
const stop = async (guardian: ChildProcess): Promise<void> => {
  if (guardian.exitCode !== null || guardian.signalCode !== null) return;
  const ended = once(guardian, 'exit');
  if (guardian.connected) guardian.disconnect();
  await ended;
};
