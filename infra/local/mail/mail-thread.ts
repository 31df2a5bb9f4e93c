import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';
import ses from 'aws-ses-v2-local';
import { getStoreReadonly } from 'aws-ses-v2-local/dist/store.js';
import { boundPort, LOOPBACK } from '../http/loopback-server.ts';
import { noMailArchive, openMailArchive } from './mail-archive.ts';
import type { AcceptedMail, MailThreadData, MailThreadMessage } from './mail-message.ts';
import { sesFront } from './ses-front.ts';

/**
 * The SES emulator in a thread of its own: its store is global to a module, so each local cloud needs one to itself, and
 * a thread, unlike a process, can't outlive us. Reading mails takes a good part of a core, which handlers keep this way.
 */
const { port, file, sharedOffset } = workerData as MailThreadData;

const tell = (message: MailThreadMessage): void => parentPort?.postMessage(message);

/** The emulator as a listener for a server of ours: its own would listen everywhere and hide why it can't. */
const emulatorListener = async (): Promise<RequestListener> => {
  const server = await ses.default({ host: LOOPBACK, port: 0 });
  const [listener] = server.listeners('request');
  server.close();
  if (listener === undefined) throw new Error('the SES emulator has no listener');
  return listener as RequestListener;
};

const archive = file === null ? noMailArchive : openMailArchive(file);
getStoreReadonly().emails.push(...archive.readAll()); // not by saveEmail: that may send it on by SMTP

const accepted = (mail: AcceptedMail): void => tell({ kind: 'accepted', mail });
const server = createServer(
  sesFront({ emulator: await emulatorListener(), archive, now: () => Date.now() + (sharedOffset[0] ?? 0), accepted }),
);
server.listen(port, LOOPBACK);
try {
  await once(server, 'listening');
  tell({ kind: 'listening', port: boundPort(server) });
} catch (error) {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  tell({ kind: 'failed', code, message: String(error) });
}
