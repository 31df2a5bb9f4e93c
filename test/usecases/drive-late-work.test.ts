import { beforeEach, expect, test } from 'vitest';
import { lateWork } from '../../shared/adapters/dynamodb/late-work.ts';
import { progressItem } from '../../shared/adapters/dynamodb/policy-items.ts';
import { bucketOf } from '../../shared/domain/bucket.ts';
import { NO_CONTROL } from '../../shared/domain/policy.ts';
import { timestamp } from '../../shared/domain/zone.ts';
import type { Intent } from '../../shared/ports/outbox.ts';
import { driveLateWork } from '../../shared/usecases/drive-late-work.ts';
import { memoryDatabase } from '../support/document-clients.ts';
import { putItems } from '../support/portfolio-items.ts';
import { NAMES } from '../support/significance-world.ts';

/** The watchdog at 12:00: what should have happened before 11:50 was lost, or keeps failing. */
const NOON = Date.parse('2026-12-08T12:00:00Z');
const MINUTE = 60_000;
const NUMBERS = Array.from({ length: 200 }, (_, n) => `POL-${n}`);

let client: ReturnType<typeof memoryDatabase>;
beforeEach(() => {
  client = memoryDatabase();
});

const waitingAt = (policyNumber: string, at: number) =>
  progressItem({
    policy: { policyNumber, clientId: 'C-1' },
    progress: { generation: 1, controls: [NO_CONTROL], next: { at, installment: 1, code: 'C1' } },
  });

const wakeAt = (policyNumber: string, at: number): Intent => ({
  bucket: bucketOf(policyNumber),
  intent: `${timestamp(at)}#${policyNumber}`,
  policyNumber,
  clientId: 'C-1',
  kind: Number(policyNumber.slice(4)) % 2 === 0 ? 'wake' : 'reclassify',
});

async function drive() {
  const [run, driven]: [string[], string[]] = [[], []];
  const told = await driveLateWork({
    late: lateWork(client, NAMES),
    clock: { now: () => NOON },
    runCheckpoint: async ({ policyNumber, clientId }) => void run.push(`${clientId} ${policyNumber}`),
    driveIntents: async (kind, intents) => void driven.push(...intents.map((intent) => `${kind} ${intent.policyNumber}`)),
  });
  return { told, run: run.toSorted(), driven: driven.toSorted() };
}

test('checkpoints whose time has passed are run, in whatever bucket; the others are left to their schedules', async () => {
  const isLate = (n: number) => n % 3 === 0;
  await putItems(client, { Policies: NUMBERS.map((number, n) => waitingAt(number, isLate(n) ? NOON - 11 * MINUTE : NOON - 9 * MINUTE)) });
  const { run, told } = await drive();
  expect(run).toEqual(
    NUMBERS.filter((_, n) => isLate(n))
      .map((number) => `C-1 ${number}`)
      .toSorted(),
  );
  expect(told).toMatchObject({ checkpoints: run.length, oldestCheckpointAgeSeconds: 660, intents: 0, oldestIntentAgeSeconds: 0 });
});

test('intents that got stuck are driven by kind; the fresh ones are left to the stream', async () => {
  const isOld = (n: number) => n % 3 === 0;
  await putItems(client, { Outbox: NUMBERS.map((number, n) => ({ ...wakeAt(number, isOld(n) ? NOON - 15 * MINUTE : NOON - MINUTE) })) });
  const { driven, told } = await drive();
  const expected = NUMBERS.flatMap((number, n) => (isOld(n) ? [`${n % 2 === 0 ? 'wake' : 'reclassify'} ${number}`] : []));
  expect(driven).toEqual(expected.toSorted());
  expect(told).toMatchObject({ intents: expected.length, oldestIntentAgeSeconds: 900, checkpoints: 0 });
});

test('with nothing late there is nothing to do', async () => {
  expect(await drive()).toEqual({
    run: [],
    driven: [],
    told: { checkpoints: 0, intents: 0, oldestCheckpointAgeSeconds: 0, oldestIntentAgeSeconds: 0 },
  });
});
