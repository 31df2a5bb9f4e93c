import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { portProblem } from '../http/loopback-server.ts';
import type { DataFolder } from '../state/data-folder.ts';
import type { AcceptedMail, MailThreadData, MailThreadMessage } from './mail-message.ts';

const FILE = 'mails.jsonl';

export interface Mailbox {
  readonly port: number;
  /** Calls back for each mail that was taken, before its sender has the answer. */
  onAccepted(listener: (mail: AcceptedMail) => void): void;
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
  if (message.kind === 'listening') return mailbox(thread, message.port);
  await thread.terminate();
  if (message.kind === 'accepted') throw new Error('a mail was taken before the mailbox listened');
  throw portProblem(Object.assign(new Error(message.message), { code: message.code }), port, '--mail-port');
};

const mailbox = (thread: Worker, port: number): Mailbox => ({
  port,
  onAccepted: (listener) => {
    thread.on('message', (message: MailThreadMessage) => {
      if (message.kind === 'accepted') listener(message.mail);
    });
  },
  stop: async () => void (await thread.terminate()),
});
