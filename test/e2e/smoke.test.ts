import { execFile } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Insurer, startInsurer } from '../support/insurer.ts';

/** `npm run smoke`, as an operator runs it, against the local cloud. */
let insurer: Insurer;
let token = '';

beforeAll(async () => {
  insurer = await startInsurer(new Date().toISOString());
  token = await insurer.cloud.token();
});
afterAll(() => insurer.cloud.stop());

function smoke(args: readonly string[]): Promise<{ readonly code: number; readonly said: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['infra/tools/smoke.ts', ...args], (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, said: out + err }),
    );
  });
}

test('a stage that works passes, and is left as it was: the payment reversed, the policy cancelled, no letter sent', async () => {
  const { code, said } = await smoke([insurer.cloud.apiUrl, '--token', token]);
  expect([code, said]).toEqual([0, expect.stringContaining('The stage works.')]);
  const run = /smoke-\d+/.exec(said)?.[0];
  const policies = await insurer.call('GET', `/policies?clientId=${run}-client`);
  expect(policies.body.items.map((p: { status: string }) => p.status)).toEqual(['cancelled']);
  expect((await insurer.call('GET', `/payments/${run}-payment`)).body.status).toBe('reversed');
  await insurer.cloud.advanceTo(insurer.cloud.clock.now() + 70 * 86_400_000);
  expect(await insurer.mails()).toEqual([]);
});

test('a stage that refuses the token fails, and says where', async () => {
  const { code, said } = await smoke([insurer.cloud.apiUrl, '--token', 'nonsense']);
  expect(code).toBe(1);
  expect(said).toMatch(/a policy is opened.*POST \/policies.*wrong.*401/s);
});

test('where nothing answers, it ends after the first request', async () => {
  const { code, said } = await smoke(['http://127.0.0.1:9', '--token', token]);
  expect([code, said]).toEqual([1, expect.stringContaining('1 of 1 are wrong.')]);
});

test('without an address or a token it says how it is used', async () => {
  expect(await smoke([])).toEqual({ code: 2, said: expect.stringContaining('npm run smoke -- URL') });
});
