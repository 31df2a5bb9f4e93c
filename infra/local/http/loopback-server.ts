import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { StartProblem } from '../start-problem.ts';

/** Nothing here is guarded well enough to be seen from another machine. */
export const LOOPBACK = '127.0.0.1';

/** Longer than clients keep a connection: an idle one must never be closed under a request that is on its way. */
const KEEP_ALIVE_MS = 75_000;

export interface RunningServer {
  readonly port: number;
  stop(): Promise<void>;
}

/** @param port 0 for any that is free. */
export const startServer = async (listener: RequestListener, port: number, flag: string): Promise<RunningServer> => {
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS, noDelay: true }, listener);
  server.listen(port, LOOPBACK);
  try {
    await once(server, 'listening');
  } catch (cause) {
    throw portProblem(cause, port, flag);
  }
  return { port: boundPort(server), stop: () => stopServer(server) };
};

export const boundPort = (server: Server): number => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port');
  return address.port;
};

export const portProblem = (cause: unknown, port: number, flag: string): Error => {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'EADDRINUSE')
    return new StartProblem(`Port ${port} is in use: stop what uses it, or choose another with ${flag}.`, { cause });
  if (code === 'EACCES') return new StartProblem(`Port ${port} may not be opened by this user: choose another with ${flag}.`, { cause });
  return new StartProblem(`Port ${port} can't be opened: ${String(cause)}`, { cause });
};

/** Requests that run may end; idle connections are closed at once, others after a second. */
const stopServer = async (server: Server): Promise<void> => {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  const patience = setTimeout(() => server.closeAllConnections(), 1_000);
  await closed;
  clearTimeout(patience);
};
