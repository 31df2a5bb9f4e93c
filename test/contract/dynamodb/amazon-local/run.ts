/**
 * `npm run contract:amazon-local`: the store contract against Amazon's own emulator, DynamoDB Local. It needs Java 17 or newer and
 * Maven, which the rest of the project doesn't; Maven fetches the emulator once, into the folder for temporary files. What the
 * emulator is known to answer otherwise stands beside the cases (`amazonLocal`).
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, renameSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const JARS = join(tmpdir(), 'premium-control-dynamodb-local-2.6.1');
/** Java takes a second or two to start; half a minute means that it will not. */
const MOST_TRIES = 150;
const SERVER = 'com.amazonaws.services.dynamodbv2.local.main.ServerRunner';

for (const program of ['java', 'mvn']) {
  if (spawnSync(program, ['-version']).error)
    fail(`${program} is not installed: DynamoDB Local needs Java 17 or newer, and Maven to fetch it`);
}
if (!existsSync(JARS)) fetchJars();
const port = await freePort();
const server = spawn(
  'java',
  [`-Djava.library.path=${JARS}`, '-cp', join(JARS, '*'), SERVER, '-inMemory', '-port', String(port), '-disableTelemetry'],
  {
    stdio: 'ignore',
  },
);
try {
  await answering(server, port);
  const vitest = fileURLToPath(new URL('../../../../node_modules/vitest/vitest.mjs', import.meta.url));
  const environment = { ...process.env, AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${port}`, DYNAMODB_LOCAL: 'yes' };
  const suite = spawn(process.execPath, [vitest, 'run', 'test/contract/dynamodb', '-t', 'amazonLocal', '--testTimeout', '300000'], {
    stdio: 'inherit',
    env: environment,
  });
  const [code] = await once(suite, 'exit');
  process.exitCode = Number(code ?? 1);
} finally {
  server.kill();
}

/** Into a folder beside it first: a fetch that breaks off leaves nothing that looks complete. */
function fetchJars(): void {
  const partly = `${JARS}.partly`;
  const pom = fileURLToPath(new URL('./pom.xml', import.meta.url));
  const { status } = spawnSync('mvn', ['-q', '-f', pom, 'dependency:copy-dependencies', `-DoutputDirectory=${partly}`], {
    stdio: 'inherit',
  });
  if (status !== 0) fail('Maven could not fetch DynamoDB Local');
  renameSync(partly, JARS);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port');
  return address.port;
}

async function answering(process: ChildProcess, on: number): Promise<void> {
  for (let attempt = 1; attempt <= MOST_TRIES && process.exitCode === null; attempt++) {
    const answer = await fetch(`http://127.0.0.1:${on}/`).catch(() => undefined); // refused until it listens
    if (answer) return;
    await setTimeout(200);
  }
  throw new Error('DynamoDB Local does not answer');
}

function fail(why: string): never {
  console.error(why);
  process.exit(2);
}
