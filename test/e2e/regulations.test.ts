import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Insurer, startInsurer } from '../support/insurer.ts';

/** An insurer's own process, written from the README alone, runs, and its matrix, diagram and timeline agree. */
let insurer: Insurer;

beforeAll(async () => {
  insurer = await startInsurer('2026-11-01T08:00:00Z');
  await insurer.client('UA-1');
});
afterAll(() => insurer.cloud.stop());

const OWN = {
  title: 'Short control for small policies',
  roles: [{ role: 'accountManager', title: 'Account manager' }],
  checkpoints: [
    { code: 'S1', anchor: 'dueOn', offsetDays: -7, dayKind: 'calendar', actions: ['R1'] },
    { code: 'S2', anchor: 'dueOn', offsetDays: 3, dayKind: 'business', actions: ['R2'] },
    { code: 'S3', anchor: 'graceEnd', offsetDays: 3, dayKind: 'business', actions: ['R3'] },
  ],
  actions: [
    {
      code: 'R1',
      title: 'Remind',
      kind: 'remind',
      to: ['policyholder'],
      technique: 'E-mail',
      expectedResult: 'Knows what to pay',
      participants: {},
    },
    {
      code: 'R2',
      title: 'Warn',
      kind: 'notice',
      to: ['policyholder'],
      technique: 'Formal e-mail',
      expectedResult: 'Pays',
      participants: { accountManager: 'I' },
    },
    {
      code: 'R3',
      title: 'End cover',
      kind: 'lapse',
      to: ['policyholder', 'accountManager'],
      technique: 'E-mail',
      expectedResult: 'Cover has ended',
      participants: {},
    },
  ],
};

const get = async (path: string, accept: string) => {
  const response = await fetch(`${insurer.cloud.apiUrl}${path}`, {
    headers: { authorization: `Bearer ${await insurer.cloud.token()}`, accept },
  });
  return { status: response.status, type: response.headers.get('content-type') ?? '', text: await response.text() };
};

test('the built-in regulation is there from the start, and its next version is 2', async () => {
  const { body } = await insurer.call('GET', '/regulations/premium-control');
  expect([body.version, body.checkpoints.map((c: { code: string }) => c.code)]).toEqual([
    1,
    ['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8'],
  ]);
  const content = body; // what is read can be put again
  expect((await insurer.call('PUT', '/regulations/premium-control', content)).status).toBe(200); // the same content is the same version
  const changed = await insurer.call('PUT', '/regulations/premium-control', { ...content, title: 'Control, new' });
  expect([changed.status, changed.body.version, changed.body.warnings]).toEqual([201, 2, undefined]);
  expect((await insurer.call('GET', '/regulations/premium-control?version=1')).body.title).toBe(body.title);
  expect((await insurer.call('GET', '/regulations/premium-control?version=9')).body.detail).toBe(
    'there is no version 9 of this regulation',
  );
  expect((await insurer.call('GET', '/regulations/none?version=9')).body.detail).toBe('there is no regulation with this id');
  await insurer.policy('ON-2');
  expect((await insurer.call('GET', '/policies/ON-2')).body.regulation).toEqual({ regulationId: 'premium-control', version: 2 });
});

test('an own regulation runs, and its matrix and diagram show what the timeline tells', async () => {
  const published = await insurer.call('PUT', '/regulations/short', OWN);
  expect(published.status).toBe(201);
  const detail = 'no role headOfSales: relief beyond the authority of class A, B, C will be refused (NO_APPROVER)';
  expect(published.body.warnings).toEqual([{ pointer: '/roles', detail }]); // it runs: within authority nobody is asked
  const opened = await insurer.policy('SHORT', { regulationId: 'short', paymentPlan: { kind: 'fullPay', dueOn: '2026-12-01' } });
  expect(opened.body.participants).toEqual({ accountManager: { name: 'Olena Koval', email: 'olena@example.com', language: 'uk' } });
  await insurer.advanceTo('2027-01-15T08:00:00Z');
  const acted = (await insurer.timeline('SHORT')).filter((e) => e.kind === 'checkpoint');
  const done = acted.map((e) => [e.code, e.outcome, (e['actions'] as readonly string[]).join()]);
  expect(done).toEqual([
    ['S1', 'acted', 'R1'],
    ['S2', 'acted', 'R2'],
    ['S3', 'acted', 'R3'],
  ]);
  const matrix = JSON.parse((await get('/regulations/short/matrix', 'application/json')).text);
  expect(
    matrix.groups.map((g: { checkpoint: string; rows: { code: string }[] }) => [g.checkpoint, g.rows.map((r) => r.code).join()]),
  ).toEqual(done.map(([code, , actions]) => [code, actions]));
  const mermaid = await get('/regulations/short/diagram', 'text/vnd.mermaid');
  for (const title of ['Remind', 'Warn', 'End cover']) expect(mermaid.text).toContain(title);
  expect((await insurer.call('GET', '/policies/SHORT')).body.status).toBe('lapsed');
});

test.each([
  ['matrix', 'text/html', '<!doctype html>'],
  ['matrix', 'text/markdown', '|'],
  ['matrix', 'text/csv', 'A1'],
  ['diagram', 'image/svg+xml', '<svg'],
  ['diagram', 'application/bpmn+xml', 'definitions'],
  ['diagram', 'text/vnd.mermaid', 'flowchart'],
])('%s as %s', async (picture, accept, part) => {
  const { status, type, text } = await get(`/regulations/premium-control/${picture}`, accept);
  expect([status, type.startsWith(accept)]).toEqual([200, true]);
  expect(text.toLowerCase()).toContain(part.toLowerCase());
});

test('a bad regulation is answered with all its faults, and nothing is stored', async () => {
  const bad = { ...OWN, roles: [], checkpoints: OWN.checkpoints.map((c) => ({ ...c, offsetDays: 'soon' })), colour: 'red' };
  const { status, body } = await insurer.call('PUT', '/regulations/bad', bad);
  expect([status, body.code]).toEqual([400, 'INVALID_REGULATION']);
  const pointers = body.errors.map((e: { pointer: string }) => e.pointer);
  expect(pointers).toEqual(expect.arrayContaining(['/colour', '/checkpoints/0/offsetDays', '/checkpoints/2/offsetDays']));
  expect((await insurer.call('GET', '/regulations/bad')).status).toBe(404);
});

test('a policy moves to another version: recorded with both next checkpoints; what was done is not done again', async () => {
  await insurer.policy('MOVES', { regulationId: 'short', paymentPlan: { kind: 'fullPay', dueOn: '2027-06-01' } });
  await insurer.advanceTo('2027-05-27T20:00:00Z'); // S1, seven days before, has acted
  const later = { ...OWN, checkpoints: OWN.checkpoints.map((c) => (c.code === 'S2' ? { ...c, offsetDays: 8 } : c)) };
  expect((await insurer.call('PUT', '/regulations/short', later)).body.version).toBe(2);
  const before = (await insurer.call('GET', '/policies/MOVES')).body.nextCheckpoint;
  const moved = await insurer.call('POST', '/policies/MOVES/migration', { version: 2 });
  expect([moved.status, moved.body.regulation.version, moved.body.nextCheckpoint.code]).toEqual([200, 2, 'S2']);
  expect(moved.body.nextCheckpoint.at > before.at).toBe(true);
  expect((await insurer.call('POST', '/policies/MOVES/migration', { version: 2 })).status).toBe(200); // again: nothing changes
  const migrations = (await insurer.timeline('MOVES')).filter((e) => e.kind === 'migration');
  expect(migrations).toMatchObject([
    { by: 'local-user', from: { version: 1, nextCheckpoint: before }, to: { version: 2, nextCheckpoint: moved.body.nextCheckpoint } },
  ]);
  expect((await insurer.call('POST', '/policies/MOVES/migration', { version: 9 })).body).toMatchObject({
    status: 400,
    errors: [{ pointer: '/version' }],
  });
  await insurer.advanceTo('2027-06-15T20:00:00Z');
  const acted = (await insurer.timeline('MOVES')).filter((e) => e.kind === 'checkpoint').map((e) => `${e.code} ${e.outcome}`);
  expect(acted).toEqual(['S1 acted', 'S2 acted']);
}, 60_000);
