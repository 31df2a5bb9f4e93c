import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { taskLinks } from '../../../shared/adapters/links/task-links.ts';

const KEY = Buffer.alloc(32, 7);
const NOW = Date.parse('2026-12-02T07:12:00Z');
const DAY = 24 * 3_600_000;
const task = { taskId: '01M8TXW8MF', assignee: 'Olena@insurer.example' };

const links = taskLinks({ publicUrl: 'https://api.example', key: async () => KEY });
const tokenOf = async (of = task, now = NOW) => new URL(await links.urlOf(of, now)).searchParams.get('token') ?? '';

test('the link leads to the page of the task; its token is the expiry and the HMAC of task, assignee and expiry', async () => {
  const expires = ((NOW + 14 * DAY) / 1000).toString(36);
  const mac = createHmac('sha256', KEY).update(`["01M8TXW8MF","olena@insurer.example","${expires}"]`).digest('base64url');
  expect(await links.urlOf(task, NOW)).toBe(`https://api.example/tasks/01M8TXW8MF/page?token=${expires}.${mac}`);
});

test('a link is good for its task and its assignee, for fourteen days', async () => {
  const token = await tokenOf();
  expect(await links.check(token, task, NOW + 14 * DAY - 1)).toBe('good');
  expect(await links.check(token, { ...task, assignee: 'OLENA@INSURER.EXAMPLE' }, NOW)).toBe('good');
  expect(await links.check(token, task, NOW + 14 * DAY)).toBe('expired');
});

test('nothing of it can be changed', async () => {
  const token = await tokenOf();
  const [expires = '', mac = ''] = token.split('.');
  const longer = (Number.parseInt(expires, 36) + 1).toString(36);
  const other = taskLinks({ publicUrl: 'https://api.example', key: async () => Buffer.alloc(32, 8) });
  expect(await links.check(token, { ...task, taskId: '01M8TXW8MG' }, NOW)).toBe('forged');
  expect(await links.check(token, { ...task, assignee: 'ivan@insurer.example' }, NOW)).toBe('forged');
  expect(await other.check(token, task, NOW)).toBe('forged');
  for (const forged of [
    '',
    '.',
    token.slice(1),
    `${token}A`,
    `${longer}.${mac}`,
    `${expires}.${mac.toUpperCase()}`,
    `-1.${mac}`,
    `${expires}.`,
  ])
    expect([forged, await links.check(forged, task, NOW)]).toEqual([forged, 'forged']);
});

test('the key is read once a process, and again when reading it failed', async () => {
  let reads = 0;
  const unreliable = taskLinks({
    publicUrl: 'https://api.example',
    key: async () => {
      reads += 1;
      if (reads === 1) throw new Error('throttled');
      return KEY;
    },
  });
  await expect(unreliable.urlOf(task, NOW)).rejects.toThrow('throttled');
  for (let i = 0; i < 3; i++) await unreliable.urlOf(task, NOW);
  expect(reads).toBe(2);
});
