import { type LocalCloud, startLocalCloud } from '../../infra/local/cloud.ts';

/** What an insurer's system, a participant and an operator do with a running local cloud, in few words. */
export interface Insurer {
  readonly cloud: LocalCloud;
  call(method: string, path: string, body?: unknown, token?: string): Promise<Answer>;
  client(clientId: string, facts?: Readonly<Record<string, unknown>>): Promise<Answer>;
  policy(policyNumber: string, facts?: Readonly<Record<string, unknown>>): Promise<Answer>;
  pay(paymentId: string, policyNumber: string, amount: string, more?: Readonly<Record<string, unknown>>): Promise<Answer>;
  advanceTo(instant: string): Promise<void>;
  timeline(policyNumber: string): Promise<readonly TimelineEntry[]>;
  mails(): Promise<readonly ReceivedMail[]>;
}

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers of the API are read by tests field by field
  readonly body: any;
  readonly headers: Headers;
}

export interface TimelineEntry {
  readonly at: string;
  readonly kind: string;
  readonly by: string;
  readonly code?: string;
  readonly outcome?: string;
  readonly installment?: number;
  readonly status?: string;
  readonly state?: string;
  readonly [field: string]: unknown;
}

export interface ReceivedMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly at: number;
}

export async function startInsurer(now: string, options: { readonly dataDir?: string } = {}): Promise<Insurer> {
  const cloud = await startLocalCloud({ port: 0, mailPort: 0, dataDir: options.dataDir ?? null, nowMs: Date.parse(now) });
  return insurerOf(cloud, await cloud.token());
}

function insurerOf(cloud: LocalCloud, allScopes: string): Insurer {
  const call: Insurer['call'] = async (method, path, body, token = allScopes) => {
    const response = await fetch(`${cloud.apiUrl}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : text, headers: response.headers };
  };
  return {
    cloud,
    call,
    client: (clientId, facts = {}) => call('PUT', `/clients/${clientId}`, { ...CLIENT, ...facts }),
    policy: (policyNumber, facts = {}) => call('POST', '/policies', { ...POLICY, policyNumber, ...facts }),
    pay: (paymentId, policyNumber, amount, more = {}) =>
      call('POST', '/payments', { paymentId, policyNumber, amount: { amount, currency: 'UAH' }, receivedOn: '2026-11-22', ...more }),
    advanceTo: async (instant) => {
      await cloud.advanceTo(Date.parse(instant));
    },
    timeline: async (policyNumber) =>
      (await pages(call, `/policies/${encodeURIComponent(policyNumber)}/timeline`)) as readonly TimelineEntry[],
    mails: async () => mailsOf(await (await fetch(`${cloud.mailUrl}/store`)).json()),
  };
}

async function pages(call: Insurer['call'], path: string): Promise<readonly unknown[]> {
  const items: unknown[] = [];
  let cursor = '';
  do {
    const { body } = await call('GET', `${path}?limit=100${cursor && `&cursor=${cursor}`}`);
    items.push(...body.items);
    cursor = body.cursor ?? '';
  } while (cursor);
  return items;
}

interface Store {
  readonly emails: readonly {
    readonly destination: { readonly to: readonly string[] };
    readonly subject: string;
    readonly body: { readonly text: string; readonly html: string };
    readonly at: number;
  }[];
}

const mailsOf = (store: unknown): readonly ReceivedMail[] =>
  (store as Store).emails.map(({ destination, subject, body, at }) => ({
    to: destination.to.join(', '),
    subject,
    text: body.text,
    html: body.html,
    at,
  }));

export const CLIENT = {
  name: 'Dnipro Logistics LLC',
  kind: 'legalEntity',
  email: 'cfo@example.com',
  language: 'en',
  timeZone: 'Europe/Kyiv',
};

/** 120,000.00 UAH in 4 quarterly installments from Tue 1 Dec 2026. */
export const POLICY = {
  clientId: 'UA-1',
  product: 'Cargo',
  premium: { amount: '120000.00', currency: 'UAH' },
  coverFrom: '2026-12-01',
  coverTo: '2027-11-30',
  paymentPlan: { kind: 'installments', count: 4, everyMonths: 3, firstDueOn: '2026-12-01' },
  participants: { accountManager: { name: 'Olena Koval', email: 'olena@example.com', language: 'uk' } },
  timeZone: 'Europe/Kyiv',
};
