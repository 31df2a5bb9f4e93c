import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { portProblem } from '../http/loopback-server.ts';
import type { DataFolder } from '../state/data-folder.ts';
import type { MailThreadData, MailThreadMessage } from './mail-message.ts';

const FILE = 'mails.jsonl';

export interface Mailbox {
  readonly port: number;
  stop(): Promise<void>;
}

export interface MailboxOptions {
  readonly port: number;
  readonly folder: DataFolder;
  readonly sharedOffset: Float64Array<SharedArrayBuffer>;
}

/** Starts SES with its mailbox: the API for the SDK, a page for people and GET /store for programs, all on one port. */
export const startMailbox = async ({ port, folder, sharedOffset }: MailboxOptions): Promise<Mailbox> => {
  const workerData: MailThreadData = { port, file: folder.file(FILE), sharedOffset };
  const thread = new Worker(new URL('./mail-thread.ts', import.meta.url), { workerData, execArgv: [] });
  const [message] = (await once(thread, 'message')) as [MailThreadMessage];
  if (message.kind === 'listening') return { port: message.port, stop: async () => void (await thread.terminate()) };
  await thread.terminate();
  throw portProblem(Object.assign(new Error(message.message), { code: message.code }), port, '--mail-port');
};
