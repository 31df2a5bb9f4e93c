import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Insurer, startInsurer } from '../support/insurer.ts';
import {
  HEAD_OF_SALES,
  MANAGER,
  mailsTo,
  newestLink,
  onlyTaskOf,
  recordResult,
  submit,
  tasksOf,
  tokenOf,
} from '../support/participants.ts';

/** The page behind the link of a mail: whoever follows it changes nothing, whoever sends its form records once. */
let insurer: Insurer;

const HOSTILE = '<b>"A" & \'B\'</b>';
const POLICIES = ['SCANNED', 'ONCE', 'APPROVE', 'OLD', 'ESCALATED', HOSTILE];

beforeAll(async () => {
  insurer = await startInsurer('2026-11-30T10:00:00Z');
  await insurer.client('UA-1', { name: '<script>alert(1)</script>' });
  for (const number of POLICIES) await insurer.policy(number);
  await insurer.advanceTo('2026-12-02T12:00:00Z');
}, 60_000);
afterAll(() => insurer.cloud.stop());

const everythingOf = async (policyNumber: string) => ({
  policy: (await insurer.call('GET', `/policies/${policyNumber}`)).body,
  timeline: await insurer.timeline(policyNumber),
  tasks: (await insurer.call('GET', `/tasks?policyNumber=${policyNumber}`)).body,
  mails: (await insurer.mails()).length,
});

test('a scanner that follows the link changes nothing: GET and HEAD, twice, with any other method, with the token cut off', async () => {
  const link = await newestLink(insurer, MANAGER, 'SCANNED');
  const before = await everythingOf('SCANNED');
  for (const method of ['GET', 'HEAD', 'GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE']) await fetch(link, { method });
  await fetch(link.slice(0, link.indexOf('?')));
  await fetch(`${link}&outcome=refused`);
  await fetch(link, { method: 'POST' });
  await submit(link.slice(0, -3), { outcome: 'refused' });
  expect(await everythingOf('SCANNED')).toEqual(before);
});

test('the page shows task and debt in the language of the reader, and says nothing to a forged link that it doesn’t say to any other', async () => {
  const link = await newestLink(insurer, MANAGER, 'SCANNED');
  const page = await fetch(link);
  const text = await page.text();
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'/);
  for (const said of ['lang="uk"', 'Call the policyholder', '30 000,00 грн', '1 грудня 2026', 'Обіцяли сплатити', 'Відмовилися платити'])
    expect(text.replace(/\u00a0/g, ' ')).toContain(said);
  expect(text).not.toMatch(/<script|javascript:|\son\w+=/);
  const { taskId } = await onlyTaskOf(insurer, MANAGER, 'ONCE');
  const forged = [
    link.replace(/tasks\/\w+/, `tasks/${taskId}`), // the token of another task
    link.replace(/tasks\/\w+/, 'tasks/unknown'),
    link.replace(/token=\w/, 'token=z'), // another expiry
    `${link}A`,
  ];
  const answers = await Promise.all(forged.map(async (url) => [(await fetch(url)).status, await (await fetch(url)).text()]));
  expect(new Set(answers.map(String)).size).toBe(1);
  expect(answers[0]?.[0]).toBe(404);
});

test('what comes from outside is text on the page, whatever it looks like', async () => {
  const { taskId } = (await tasksOf(insurer, MANAGER, HOSTILE))[0] ?? {};
  const mail = (await insurer.mails()).find((m) => m.text.includes(`/tasks/${taskId}/page`));
  const link = /https?:\S+\/page\?token=\S+/.exec(mail?.text ?? '')?.[0] ?? '';
  const text = await (await fetch(link)).text();
  expect(text).toContain('&lt;b&gt;&quot;A&quot; &amp; &#39;B&#39;&lt;/b&gt;');
  expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  const back = await (await submit(link, { outcome: 'promised', note: '"><img src=x onerror=alert(1)>' })).text();
  expect(back).toContain('value="&quot;&gt;&lt;img src=x onerror=alert(1)&gt;"');
});

test('the form records once: what is missing is asked for again, the same again is the same, another result is refused', async () => {
  const link = await newestLink(insurer, MANAGER, 'ONCE');
  const incomplete = await submit(link, { outcome: 'promised', note: 'tomorrow' });
  const asked = await incomplete.text();
  expect([incomplete.status, asked.includes('Вкажіть дату'), asked.includes('value="tomorrow"'), asked.includes(' checked')]).toEqual([
    400,
    true,
    true,
    true,
  ]);
  expect((await submit(link, { outcome: 'promised', promisedOn: '2026-11-01' })).status).toBe(400);
  expect((await submit(link, { outcome: 'approved' })).status).toBe(400);
  const entered = { outcome: 'promised', promisedOn: '2026-12-04', newDueOn: '2026-12-30', note: '' }; // a date left over from a change of mind
  for (const attempt of [1, 2]) {
    const recorded = await submit(link, entered);
    expect([attempt, recorded.status, (await recorded.text()).includes('Результат записано')]).toEqual([attempt, 200, true]);
  }
  const other = await submit(link, { outcome: 'refused' });
  expect([other.status, (await other.text()).includes('нічого не змінено')]).toEqual([409, true]);
  expect(await (await fetch(link)).text()).not.toContain('<form');
  const results = (await insurer.timeline('ONCE')).filter((e) => e['happened'] === 'result');
  expect(results).toEqual([expect.objectContaining({ by: MANAGER, result: { outcome: 'promised', promisedOn: '2026-12-04' } })]);
});

test('who approves gets a mail with what is asked for, and decides by its link; a deferral may get another date', async () => {
  const { taskId } = await onlyTaskOf(insurer, MANAGER, 'APPROVE');
  await recordResult(insurer, taskId, { outcome: 'cannotPay', note: 'seasonal business' });
  await insurer.advanceTo('2026-12-02T12:01:00Z');
  const mail = (await mailsTo(insurer, HEAD_OF_SALES, 'APPROVE')).at(-1);
  for (const said of ['deferral of installment 1', 'seasonal business', 'local-user'])
    expect(mail?.text.replace(/\s+/g, ' ')).toContain(said);
  const link = await newestLink(insurer, HEAD_OF_SALES, 'APPROVE');
  expect(await (await fetch(link)).text()).toContain('name="newDueOn"');
  expect((await submit(link, { outcome: 'approved' })).status).toBe(400); // nobody said until when
  expect((await submit(link, { outcome: 'approved', newDueOn: '2027-01-15' })).status).toBe(200);
  expect((await insurer.call('GET', '/policies/APPROVE')).body.installments[0]).toMatchObject({ dueOn: '2027-01-15', status: 'deferred' });
});

test('the page of an action names whom to ask before it, as its mail does', async () => {
  const { taskId } = await onlyTaskOf(insurer, MANAGER, 'ESCALATED');
  await recordResult(insurer, taskId, { outcome: 'refused' }); // the escalation begins at once
  await insurer.advanceTo('2026-12-02T12:02:00Z');
  const page = await fetch(await newestLink(insurer, HEAD_OF_SALES, 'ESCALATED'));
  expect(await page.text()).toContain(`Olena Koval (${MANAGER})`);
});

test('a link is good for two weeks; while the process is held, its task is not handed on', async () => {
  const link = await newestLink(insurer, MANAGER, 'OLD');
  const sent = (await mailsTo(insurer, MANAGER, 'OLD')).at(-1)?.at ?? 0;
  await insurer.call('POST', '/policies/OLD/holds', { reliefId: 'h-1', until: '2027-01-09', reason: 'court' });
  const { taskId } = await onlyTaskOf(insurer, HEAD_OF_SALES, 'OLD');
  await recordResult(insurer, taskId, { outcome: 'approved' }, await tokenOf(insurer, HEAD_OF_SALES));
  const twoWeeks = (sent + 14 * 24 * 3600) * 1000;
  await insurer.cloud.advanceTo(twoWeeks - 60_000);
  expect((await fetch(link)).status).toBe(200);
  await insurer.cloud.advanceTo(twoWeeks + 60_000);
  expect((await fetch(link)).status).toBe(410);
  expect((await submit(link, { outcome: 'done' })).status).toBe(410);
  expect(await tasksOf(insurer, MANAGER, 'OLD')).toHaveLength(1);
});
