import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createTables } from './simulated-aws/dynamodb/create-tables.ts';
import type { TableDefinition } from './simulated-aws/dynamodb/table-definition.ts';

/** The emulator is an optional package that exists for one platform only: suites skip, with a word, where it is missing. */
export const dynoxideBinary = fileURLToPath(new URL('../../node_modules/@dynoxide/linux-x64/dynoxide', import.meta.url));
export const dynoxideIsInstalled = existsSync(dynoxideBinary);

export type DynamoDbEndpoint = { readonly endpoint: string; stop(): Promise<void> };

/** An emulator takes any credentials, but the SDK refuses to sign without some. */
export const emulatorClientConfig = (endpoint: string) => ({
  endpoint,
  region: 'eu-central-1',
  credentials: { accessKeyId: 'emulator', secretAccessKey: 'emulator' },
});

/** A port found free may be taken by another suite before the emulator binds it; three times in a row it is another fault. */
const MOST_ATTEMPTS = 3;

/** A fresh in-memory emulator on a free loopback port, with the tables created (on demand, indexes and streams included). */
export const startDynamoDb = async (tables: readonly TableDefinition[]): Promise<DynamoDbEndpoint> => {
  const running = await spawnListening();
  try {
    await withClient(running.endpoint, (client) => createTables(client, tables));
    return running;
  } catch (cause) {
    await running.stop();
    throw new Error('dynoxide did not take the tables', { cause });
  }
};

const spawnListening = async (): Promise<DynamoDbEndpoint> => {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const server = spawn(dynoxideBinary, ['serve', '--port', String(port)], { stdio: ['ignore', 'pipe', 'pipe'] });
    const killWithUs = () => server.kill('SIGKILL');
    process.once('exit', killWithUs);
    const stop = async () => {
      process.off('exit', killWithUs);
      await end(server);
    };
    try {
      await listening(server);
      return { endpoint: `http://127.0.0.1:${port}`, stop };
    } catch (cause) {
      await stop();
      if (attempt === MOST_ATTEMPTS) throw new Error('dynoxide did not start', { cause });
    }
  }
};

/** `--port 0` is not reported back by the emulator, so a free port is found first; the gap until it is taken is a few milliseconds. */
const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port');
  return address.port;
};

/** The emulator says "listening" once, on a standard stream, after it has bound the port. Its output is drained ever after, so that it never blocks. */
const listening = (server: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer) => {
      if (output.length < 10_000) output += chunk.toString();
      if (/listening/i.test(output)) resolve();
    };
    server.stdout?.on('data', read);
    server.stderr?.on('data', read);
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`dynoxide ended with code ${code}: ${output}`)));
  });

const end = async (server: ChildProcess): Promise<void> => {
  if (server.exitCode !== null || server.signalCode !== null || server.pid === undefined) return;
  const ended = once(server, 'exit');
  server.kill('SIGKILL');
  await ended;
};

const withClient = async (endpoint: string, use: (client: DynamoDBClient) => Promise<void>): Promise<void> => {
  const client = new DynamoDBClient(emulatorClientConfig(endpoint));
  try {
    await use(client);
  } finally {
    client.destroy();
  }
};
