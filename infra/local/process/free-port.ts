import { once } from 'node:events';
import { createServer } from 'node:net';
import { LOOPBACK } from '../http/loopback-server.ts';

/** A port for a program that can't report one it chose itself; a few milliseconds pass until it is taken. */
export const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, LOOPBACK);
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port');
  return address.port;
};
