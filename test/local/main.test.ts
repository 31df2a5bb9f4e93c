import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { identityOf } from '../../infra/local/process/process-identity.ts';
import { runMain, runMainByNpm, startCloudProcess } from './fixtures/child-process.ts';

vi.setConfig({ testTimeout: 60_000 }); // processes start several times, on a machine that may be busy

const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'local-cloud-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

const anyPorts = ['--port', '0', '--mail-port', '0'];
const oneLine = /^[^\n]+\n$/;

const busyPort = async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return { port: String(typeof address === 'object' ? address?.port : address), server };
};

test.each([
  [['--prot', '1'], '--prot'],
  [['--port', 'http'], '--port takes a number'],
  [['--now', 'soon'], '--now takes an instant'],
])('%o: one line, exit 2', async (args, text) => {
  const { code, errors, output } = await runMain(args);
  expect([code, output]).toEqual([2, '']);
  expect(errors).toContain(text);
  expect(errors).toMatch(oneLine);
});

test.each([['--port'], ['--mail-port']])('%s in use: one line that says so, exit 1', async (flag) => {
  const { port, server } = await busyPort();
  const others = flag === '--port' ? ['--mail-port', '0'] : ['--port', '0'];
  const { code, errors } = await runMain(['--ephemeral', flag, port, ...others]);
  server.close();
  expect(code).toBe(1);
  expect(errors).toBe(`Port ${port} is in use: stop what uses it, or choose another with ${flag}.\n`);
});

test('a data folder in use: one line that says by whom, exit 1', async () => {
  const dataDir = newFolder();
  const cloud = await startCloudProcess(dataDir);
  const { code, errors } = await runMain([...anyPorts, '--data-dir', dataDir]);
  await cloud.kill('SIGKILL');
  expect(code).toBe(1);
  expect(errors).toMatch(/^The data folder .+ is in use by process \d+: .+\n$/);
});

test('help says what there is', async () => {
  const { code, output } = await runMain(['--help']);
  expect(code).toBe(0);
  for (const flag of ['--port', '--mail-port', '--data-dir', '--ephemeral', '--now']) expect(output).toContain(flag);
});

test.each(['SIGINT', 'SIGTERM'] as const)('starts the product, says where everything is, and %s stops all of it', async (signal) => {
  const dataDir = newFolder();
  let emulator = 0;
  const { code, output, errors } = await runMain([...anyPorts, '--data-dir', dataDir, '--now', '2026-11-22T08:00:00Z'], {
    says: 'Data folder',
    signal,
  }).finally(() => {
    emulator = JSON.parse(readFileSync(join(dataDir, 'dynamodb.json'), 'utf8')).pid;
  });
  expect(errors).toBe('');
  for (const word of ['API', 'openapi.json', 'Mailbox', '/store', '2026-11-22T08:00', '/_local/token', dataDir])
    expect(output).toContain(word);
  expect(code).toBe(0);
  expect(identityOf(emulator)).toBeNull();
  expect(existsSync(join(dataDir, 'running.json'))).toBe(false);
});

test('told to end through npm, it ends too, though its shell dies without a word', async () => {
  const { output } = await runMainByNpm(['--ephemeral', ...anyPorts], { says: 'Token', signal: 'SIGTERM' });
  expect(output).toContain('Token');
});
