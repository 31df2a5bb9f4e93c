import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Insurer, startInsurer } from '../support/insurer.ts';

/** Installments of one client that fall on one day come in one message: over the local cloud, whose clock fires a minute together. */
let insurer: Insurer;

beforeAll(async () => {
  insurer = await startInsurer('2026-11-01T08:00:00Z');
});
afterAll(() => insurer.cloud.stop());

/** Both hash to minute 31 and to one bucket of the Outbox: computed with another program. */
const SAME_MINUTE = ['UA-45', 'UA-74'];

const dueOn = (date: string) => ({ paymentPlan: { kind: 'fullPay', dueOn: date }, premium: { amount: '100.00', currency: 'UAH' } });

async function open(clientId: string, email: string, ...policies: readonly string[]) {
  await insurer.client(clientId, { email });
  for (const number of policies) await insurer.policy(number, { clientId });
}

const sentTo = async (email: string) => (await insurer.mails()).filter((mail) => mail.to.includes(email));
const notices = async (policyNumber: string) =>
  (await insurer.timeline(policyNumber))
    .filter((e) => e.kind === 'notice' && e['to'] === 'policyholder')
    .map((e) => `${e['checkpoint']} ${e.state}`);

test('two policies that are due on one day are one reminder, and on the timeline of each', async () => {
  await open('UA-1', 'cfo@one.example', 'CARGO-1', 'FLEET-1');
  await insurer.advanceTo('2026-11-18T08:00:00Z'); // C1 was on the 17th
  const [reminder, ...others] = await sentTo('cfo@one.example');
  expect(others).toEqual([]);
  expect(reminder?.subject).toBe(
    'Premium due on 1 December 2026 – policies CARGO-1 and FLEET-1, UAH 60,000.00'.replaceAll(/(?<=UAH) /g, '\u00a0'),
  );
  for (const form of [reminder?.text, reminder?.html]) for (const number of ['CARGO-1', 'FLEET-1']) expect(form).toContain(number);
  expect([await notices('CARGO-1'), await notices('FLEET-1')]).toEqual([['C1 DELIVERED'], ['C1 DELIVERED']]);
  expect((await sentTo('olena@example.com')).length).toBe(1); // who is informed of both, too
}, 60_000);

test('what is paid is not in the next one', async () => {
  await insurer.pay('p-1', 'CARGO-1', '30000.00', { receivedOn: '2026-11-20' });
  await insurer.advanceTo('2026-12-01T08:00:00Z'); // C2 was on the 30th
  const [, second, ...others] = await sentTo('cfo@one.example');
  expect(others).toEqual([]);
  expect(second?.text).toContain('FLEET-1');
  expect(second?.text).not.toContain('CARGO-1');
  expect([await notices('CARGO-1'), await notices('FLEET-1')]).toEqual([['C1 DELIVERED'], ['C1 DELIVERED', 'C2 DELIVERED']]);
}, 60_000);

test('two clients never share a letter, though they have one address and are controlled at one minute', async () => {
  for (const clientId of SAME_MINUTE) {
    await insurer.client(clientId, { email: 'group@example.com', name: `Client ${clientId}` });
    await insurer.policy(`OF-${clientId}`, { clientId, ...dueOn('2027-02-15') });
  }
  await insurer.advanceTo('2027-02-02T20:00:00Z');
  const at = await Promise.all(
    SAME_MINUTE.map(async (id) => (await insurer.timeline(`OF-${id}`)).find((e) => e.code === 'C1')?.at.slice(0, 16)),
  );
  expect(new Set(at).size).toBe(1);
  const mails = await sentTo('group@example.com');
  expect(mails.map(({ text }) => SAME_MINUTE.filter((id) => text.includes(`OF-${id}`)).length)).toEqual([1, 1]);
}, 60_000);

test('a letter that comes back came back for each of its policies', async () => {
  await insurer.client('UA-9', { email: 'bounce@simulator.amazonses.com' });
  for (const number of ['B-1', 'B-2']) await insurer.policy(number, { clientId: 'UA-9', ...dueOn('2027-03-15') });
  await insurer.advanceTo('2027-03-01T20:00:00Z');
  expect(await sentTo('bounce@simulator.amazonses.com')).toHaveLength(1);
  expect([await notices('B-1'), await notices('B-2')]).toEqual([['C1 BOUNCED'], ['C1 BOUNCED']]);
}, 60_000);
