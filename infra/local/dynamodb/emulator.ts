import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { LOOPBACK } from '../http/loopback-server.ts';
import { freePort } from '../process/free-port.ts';
import { type GuardedProgram, startGuarded } from '../process/guarded-program.ts';
import { identityOf, isAlive } from '../process/process-identity.ts';
import { StartProblem } from '../start-problem.ts';
import { type DataFolder, readIdentity } from '../state/data-folder.ts';

export interface DynamoDbEndpoint {
  readonly url: string;
  /** Resolves with the reason when the emulator ends by itself; never for an endpoint that is not ours. */
  readonly died: Promise<string>;
  stop(): Promise<void>;
}

const BINARY = fileURLToPath(new URL('../../../node_modules/@dynoxide/linux-x64/dynoxide', import.meta.url));
const READY_WORD = 'listening';
const PID_FILE = 'dynamodb.json';
const DATABASE = 'dynamodb.sqlite';

/** A free port can be taken by somebody else before the emulator opens it. */
const PORT_ATTEMPTS = 3;

/** @param externalUrl an endpoint that somebody else runs, used as it is: other platforms, or DynamoDB Local by choice. */
export const startDynamoDb = async (folder: DataFolder, externalUrl: string | undefined): Promise<DynamoDbEndpoint> => {
  if (externalUrl) return { url: externalUrl, died: new Promise(() => {}), stop: () => Promise.resolve() };
  if (!existsSync(BINARY)) {
    throw new StartProblem(
      `The DynamoDB emulator @dynoxide/linux-x64 is not installed (this is ${process.platform} ${process.arch}): ` +
        'set AWS_ENDPOINT_URL_DYNAMODB to an endpoint, e.g. of DynamoDB Local.',
    );
  }
  const pidFile = folder.file(PID_FILE);
  if (pidFile !== null) endStale(pidFile);
  const { program, port } = await startOnFreePort(folder.file(DATABASE));
  if (pidFile !== null) writeFileSync(pidFile, JSON.stringify(identityOf(program.pid)));
  return {
    url: `http://${LOOPBACK}:${port}`,
    died: program.died.then((output) => `The DynamoDB emulator ended: ${output}`),
    stop: () => program.stop(),
  };
};

/** A second emulator on a database file, to read what is kept there. */
export const startReader = async (databaseFile: string): Promise<Pick<DynamoDbEndpoint, 'url' | 'stop'>> => {
  const { program, port } = await startOnFreePort(databaseFile);
  return { url: `http://${LOOPBACK}:${port}`, stop: () => program.stop() };
};

/** One that a machine's sudden end, or a guardian's, has left behind holds the database file. */
const endStale = (pidFile: string): void => {
  const stale = readIdentity(pidFile);
  if (stale !== null && isAlive(stale)) process.kill(stale.pid, 'SIGKILL');
};

const startOnFreePort = async (databaseFile: string | null): Promise<{ readonly program: GuardedProgram; readonly port: number }> => {
  const database = databaseFile === null ? [] : ['--db-path', databaseFile];
  let cause: unknown;
  for (let attempt = 1; attempt <= PORT_ATTEMPTS; attempt++) {
    const port = await freePort();
    try {
      return { port, program: await startGuarded(READY_WORD, BINARY, ['serve', '--host', LOOPBACK, '--port', String(port), ...database]) };
    } catch (error) {
      cause = error;
    }
  }
  throw new StartProblem(`The DynamoDB emulator does not start: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
};
