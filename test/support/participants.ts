import type { Answer, Insurer, ReceivedMail } from './insurer.ts';

/** What participants do: they read their mail, follow its link, and say what came of a task. */

export const MANAGER = 'olena@example.com';
export const HEAD_OF_SALES = 'head-of-sales@insurer.example';

export interface ShownTask {
  readonly taskId: string;
  readonly policyNumber: string;
  readonly kind: string;
  readonly status: string;
  readonly [field: string]: unknown;
}

/** Open tasks of a person about one policy. */
export async function tasksOf(insurer: Insurer, assignee: string, policyNumber: string): Promise<readonly ShownTask[]> {
  const { body } = await insurer.call('GET', `/tasks?assignee=${encodeURIComponent(assignee)}&status=open&limit=100`);
  return body.items.filter((task: ShownTask) => task.policyNumber === policyNumber);
}

export async function onlyTaskOf(insurer: Insurer, assignee: string, policyNumber: string, kind?: string): Promise<ShownTask> {
  const tasks = (await tasksOf(insurer, assignee, policyNumber)).filter((task) => kind === undefined || task.kind === kind);
  if (tasks.length !== 1 || !tasks[0]) throw new Error(`${assignee} has ${tasks.length} open tasks about ${policyNumber}`);
  return tasks[0];
}

/** Mails to a person about one policy, oldest first. */
export const mailsTo = async (insurer: Insurer, address: string, policyNumber: string): Promise<readonly ReceivedMail[]> =>
  (await insurer.mails()).filter((mail) => mail.to.includes(address) && mail.text.includes(policyNumber)).toSorted((a, b) => a.at - b.at);

/** The link to the page of a policy's task, of the newest mail that has one: a mail about several policies has one for each. */
export async function newestLink(insurer: Insurer, address: string, policyNumber: string): Promise<string> {
  const mails = await mailsTo(insurer, address, policyNumber);
  const link = mails.flatMap((mail) => linkIn(mail.text, policyNumber) ?? []).at(-1);
  if (link === undefined) throw new Error(`no mail to ${address} about ${policyNumber} has a link`);
  return link;
}

function linkIn(text: string, policyNumber: string): string | undefined {
  const links = [...text.matchAll(/^(.*):\n(https?:\S+\/page\?token=\S+)/gm)].map(([, label = '', url]) => ({ label, url }));
  return links.length === 1 ? links[0]?.url : links.find(({ label }) => label.endsWith(`: ${policyNumber}`))?.url;
}

/** Sends the form of a page, as a browser does. */
export const submit = (link: string, fields: Readonly<Record<string, string>>): Promise<Response> =>
  fetch(link, { method: 'POST', body: new URLSearchParams(fields), headers: { accept: 'text/html' } });

/** A token of a person's own. */
export async function tokenOf(insurer: Insurer, subject: string): Promise<string> {
  const response = await fetch(`${insurer.cloud.apiUrl}/_local/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ subject }),
  });
  return ((await response.json()) as { readonly access_token: string }).access_token;
}

export const recordResult = (insurer: Insurer, taskId: string, result: object, token?: string): Promise<Answer> =>
  insurer.call('POST', `/tasks/${taskId}/result`, result, token);

/** Checkpoints of an installment that acted, with their days. */
export async function acted(insurer: Insurer, policyNumber: string, installment = 1): Promise<readonly string[]> {
  const timeline = await insurer.timeline(policyNumber);
  return timeline
    .filter((e) => e.kind === 'checkpoint' && e.installment === installment && e.outcome === 'acted')
    .map((e) => `${e.code} ${e.at.slice(0, 10)}`);
}

/** What happened to relief: `promise granted`, `promise kept`, … */
export const reliefStory = async (insurer: Insurer, policyNumber: string): Promise<readonly string[]> =>
  (await insurer.timeline(policyNumber)).filter((e) => e.kind === 'relief').map((e) => `${e['relief']} ${e.status}`);
