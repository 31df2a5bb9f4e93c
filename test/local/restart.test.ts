import { readFileSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateScheduleCommand, SchedulerClient } from '@aws-sdk/client-scheduler';
import { SESClient, SendEmailCommand } from '@aws-sdk/client-ses';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { identityOf } from '../../infra/local/process/process-identity.ts';
import { type CloudProcess, startCloudProcess } from './fixtures/child-process.ts';
import { notes, putIntent, until } from './fixtures/running-cloud.ts';
import { START } from './fixtures/start.ts';

const HOUR = 3_600_000;
const KILLS = 3;

/** Long enough that a kill meets one that runs. */
const TAKES_MS = 60;

vi.setConfig({ testTimeout: 60_000 }); // processes start several times, on a machine that may be busy

let dataDir = '';
let running: CloudProcess | undefined;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'local-cloud-'));
});
afterEach(async () => {
  await running?.kill('SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
});

const start = async (): Promise<CloudProcess> => {
  running = await startCloudProcess(dataDir);
  return running;
};

const arm = (name: string, dueMs: number) => {
  const { FUNCTION_ARN_RUN_CHECKPOINT: Arn, CHECKPOINT_SCHEDULE_ROLE_ARN: RoleArn, CHECKPOINT_SCHEDULE_GROUP: GroupName } = process.env;
  return new SchedulerClient({}).send(
    new CreateScheduleCommand({
      Name: name,
      GroupName,
      ScheduleExpression: `at(${new Date(dueMs).toISOString().slice(0, 19)})`,
      FlexibleTimeWindow: { Mode: 'OFF' },
      ActionAfterCompletion: 'DELETE',
      Target: { Arn, RoleArn, Input: JSON.stringify({ id: name, takesMs: TAKES_MS }) },
    }),
  );
};

const advanceTo = (cloud: CloudProcess, instantMs: number): Promise<Response> =>
  fetch(`${cloud.apiUrl}/_local/clock`, { method: 'POST', body: JSON.stringify({ advanceTo: new Date(instantMs).toISOString() }) });

const clockOf = async (cloud: CloudProcess): Promise<number> => {
  const { now } = (await (await fetch(`${cloud.apiUrl}/_local/clock`)).json()) as { now: string };
  return Date.parse(now);
};

const firedOnce = async (): Promise<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const key of (await notes()).keys()) {
    const [id = ''] = key.split('@');
    if (id.startsWith('cp-')) counts[id] = (counts[id] ?? 0) + 1;
  }
  return counts;
};

test('killed while schedules fire, and started again, each fires, and none that was done fires again', async () => {
  let cloud = await start();
  const names = Array.from({ length: 40 }, (_, index) => `cp-${index}`);
  for (const [index, name] of names.entries()) await arm(name, START + (index + 2) * HOUR);

  for (let round = 1; round <= KILLS; round++) {
    const goal = START + Math.round((round * 42) / KILLS) * HOUR;
    advanceTo(cloud, goal).catch(() => {}); // cut off by the kill
    await new Promise((resolve) => setTimeout(resolve, 150 + 70 * round));
    await cloud.kill('SIGKILL');
    cloud = await start();
  }
  await advanceTo(cloud, START + 50 * HOUR);

  const counts = await firedOnce();
  expect(Object.keys(counts).sort()).toEqual([...names].sort());
  // at least once: only what ran at the moment of a kill may run a second time
  expect(Object.values(counts).filter((count) => count > 1).length).toBeLessThanOrEqual(KILLS);
});

test('time never goes back, also by a kill, and a later clock wins over --now', async () => {
  let cloud = await start();
  await advanceTo(cloud, START + 100 * HOUR);
  await cloud.kill('SIGKILL');
  cloud = await start(); // with --now at START, as the first time
  expect(await clockOf(cloud)).toBeGreaterThanOrEqual(START + 100 * HOUR);
});

test('mails and tokens outlive a kill', async () => {
  let cloud = await start();
  const Message = { Subject: { Data: 'Премія' }, Body: { Text: { Data: 'До сплати' } } };
  await new SESClient({}).send(new SendEmailCommand({ Source: 'a@example.com', Destination: { ToAddresses: ['b@example.com'] }, Message }));
  const { access_token } = (await (await fetch(`${cloud.apiUrl}/_local/token`, { method: 'POST' })).json()) as { access_token: string };
  await cloud.kill('SIGKILL');
  cloud = await start();
  const { emails } = (await (await fetch(`${cloud.mailUrl}/store`)).json()) as { emails: { subject: string }[] };
  expect(emails.map(({ subject }) => subject)).toEqual(['Премія']);
  expect((await fetch(`${cloud.apiUrl}/things`, { headers: { authorization: `Bearer ${access_token}` } })).status).toBe(200);
});

test('the Outbox is read on from where it was', async () => {
  let cloud = await start();
  await putIntent('notice', 'before');
  await until(async () => (await notes()).get('outbox before'));
  await advanceTo(cloud, START + HOUR); // quiet: the position is kept
  const first = (await notes()).get('outbox before');
  await cloud.kill('SIGKILL');
  cloud = await start();
  await putIntent('notice', 'after');
  await until(async () => (await notes()).get('outbox after'));
  expect((await notes()).get('outbox before')).toEqual(first); // its note would have a later time
});

const emulatorPid = (): number => JSON.parse(readFileSync(join(dataDir, 'dynamodb.json'), 'utf8')).pid;

test('no emulator is left behind by a kill', async () => {
  const cloud = await start();
  const pid = emulatorPid();
  expect(identityOf(pid)).not.toBeNull();
  await cloud.kill('SIGKILL');
  await until(async () => (identityOf(pid) === null ? true : undefined));
});

test('an emulator that was left behind all the same is ended at the next start', async () => {
  const cloud = await start();
  const stale = emulatorPid();
  const guardian = Number(readFileSync(`/proc/${stale}/stat`, 'utf8').split(' ')[3]); // its parent
  process.kill(guardian, 'SIGKILL'); // now nobody watches over it
  await cloud.kill('SIGKILL');
  expect(identityOf(stale)).not.toBeNull();
  await start();
  expect(identityOf(stale)).toBeNull();
  expect(emulatorPid()).not.toBe(stale);
});
