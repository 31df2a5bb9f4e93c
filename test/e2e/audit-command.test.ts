import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CELLS_PART, shardOfClient } from '../../shared/adapters/dynamodb/cell-items.ts';
import { documentClient } from '../../shared/adapters/dynamodb/document-client.ts';
import { type Insurer, startInsurer } from '../support/insurer.ts';

/** `npm run audit` beside a local cloud that runs and keeps its books. */
const dataDir = mkdtempSync(join(tmpdir(), 'audited-'));
let insurer: Insurer;
beforeAll(async () => {
  insurer = await startInsurer('2026-11-01T08:00:00Z', { dataDir });
  await insurer.client('UA-1');
  await insurer.policy('P-1');
  await insurer.pay('a', 'P-1', '100.00');
});
afterAll(async () => {
  await insurer.cloud.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

interface Told {
  readonly exitCode: number | string | undefined;
  readonly says: string;
}

const npmRunAudit = () =>
  new Promise<Told>((resolve) => {
    execFile(process.execPath, ['infra/tools/audit.ts', '--data-dir', dataDir], (error, stdout, stderr) =>
      resolve({ exitCode: error ? (error.code ?? undefined) : 0, says: stdout + stderr }),
    );
  });

test('says how much it has recomputed, and that it adds up', async () => {
  const { exitCode, says } = await npmRunAudit();
  expect([exitCode, says]).toEqual([0, expect.stringContaining('1 policies, 1 payments, 1 clients: the books add up')]);
}, 60_000);

test('says which counter of which cell is wrong, and changes nothing', async () => {
  const { body } = await insurer.call('GET', '/clients/UA-1/significance');
  const cell = `${body.potential.band}${body.results.band}`;
  await documentClient().send(
    new UpdateCommand({
      TableName: process.env['TABLE_SIGNIFICANCE'],
      Key: { part: CELLS_PART, record: shardOfClient('UA-1') },
      UpdateExpression: `ADD ${cell} :one`,
      ExpressionAttributeValues: { ':one': 1 },
    }),
  );
  const { exitCode, says } = await npmRunAudit();
  expect([exitCode, says]).toEqual([
    1,
    expect.stringContaining(`cell ${cell}: clients in shard ${shardOfClient('UA-1')} is 2, recomputed 1`),
  ]);
  expect((await insurer.call('GET', '/significance/matrix')).body.total).toBe(2);
}, 60_000);
