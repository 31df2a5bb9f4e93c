import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEFAULT_MODEL } from '../../shared/domain/significance/default-model.ts';
import { type Answer, type Insurer, POLICY, startInsurer } from '../support/insurer.ts';
import { faults, type Schema } from '../support/openapi/conforms.ts';
import { HEAD_OF_SALES, tokenOf } from '../support/participants.ts';

/** What is really answered is as the document says, field by field: none that is not documented, none that is missing. */
let insurer: Insurer;
// biome-ignore lint/suspicious/noExplicitAny: the document is read as any client reads it
let document: any;
/** Operation and status of what was seen. */
const seen = new Set<string>();

beforeAll(async () => {
  insurer = await startInsurer('2026-11-01T08:00:00Z');
  document = (await insurer.call('GET', '/openapi.json')).body;
}, 60_000);
afterAll(() => insurer.cloud.stop());

const UAH = (amount: string) => ({ amount, currency: 'UAH' });

async function ask(operationId: string, path: string, body?: unknown, token?: string): Promise<Answer> {
  const [template, method, operation] = find(operationId);
  expect(path.split('?')[0]?.split('/').length, path).toBe(template.split('/').length);
  const answer = await insurer.call(method.toUpperCase(), path, body, token);
  const documented = operation.responses[answer.status];
  expect(documented, `${operationId} ${answer.status} ${JSON.stringify(answer.body)}`).toBeDefined();
  const [mediaType = ''] = (answer.headers.get('content-type') ?? '').split(';');
  const schema: Schema | undefined = documented.content[mediaType]?.schema;
  expect(schema, `${operationId} ${answer.status} ${mediaType}`).toBeDefined();
  if (mediaType.endsWith('json'))
    expect(faults(answer.body, schema ?? {}, { document, strictness: 'closed', at: operationId })).toEqual([]);
  seen.add(`${operationId} ${answer.status}`);
  return answer;
}

/** The built-in regulation, with 30,000.00 UAH that may be written off without asking. */
async function tolerant(regulationId: string): Promise<void> {
  const { self: _, regulationId: __, version: ___, ...builtIn } = (await insurer.call('GET', '/regulations/premium-control')).body;
  const amounts = { writeOff: UAH('30000.00'), start: UAH('30000.00'), adverse: UAH('30000.00') };
  await insurer.call('PUT', `/regulations/${regulationId}`, { ...builtIn, thresholds: [{ currency: 'UAH', ...amounts }] });
}

// biome-ignore lint/suspicious/noExplicitAny: as above
function find(operationId: string): readonly [string, string, any] {
  for (const [path, item] of Object.entries<object>(document.paths))
    for (const [method, operation] of Object.entries(item)) if (operation.operationId === operationId) return [path, method, operation];
  throw new Error(`${operationId} is not in the document`);
}

test('clients and their significance', async () => {
  const facts = {
    name: 'Dnipro Logistics LLC',
    kind: 'legalEntity',
    email: 'cfo@example.com',
    language: 'en',
    timeZone: 'Europe/Kyiv',
    potential: { annualRevenue: UAH('250000000.00'), employees: 420, region: 'Kyiv', exporter: true },
  };
  await ask('putClient', '/clients/UA-1', facts);
  await ask('putClient', '/clients/UA-1', { ...facts, potential: { annualRevenue: UAH('1000.00') } });
  await ask('putClient', '/clients/Ivan', { ...facts, kind: 'individual' });
  for (const id of ['UA-1', 'Ivan', 'nobody']) await ask('getClient', `/clients/${id}`);
  for (const letter of ['A', 'B', 'C', 'D']) await ask('listClients', `/clients?class=${letter}`);
  for (const id of ['UA-1', 'Ivan']) await ask('getSignificance', `/clients/${id}/significance`);
  await ask('getSignificanceMatrix', '/significance/matrix');
});

test('the model, a preview and a reassessment', async () => {
  await ask('getModel', '/significance/model');
  await ask('putModel', '/significance/model', DEFAULT_MODEL);
  const changed = { ...DEFAULT_MODEL, lowering: { needsApproval: true, approverRole: 'headOfSales' } };
  await ask('previewModel', '/significance/model/preview', changed);
  await ask('putModel', '/significance/model', changed);
  await ask('putModel', '/significance/model', { ...changed, rates: {} });
  const facts = { name: 'Lower', kind: 'legalEntity', email: 'l@example.com', language: 'en', timeZone: 'Europe/Kyiv' };
  for (const amount of ['2000000000.00', '1.00'])
    await ask('putClient', '/clients/LOWER', { ...facts, potential: { annualRevenue: UAH(amount) } });
  const lowering = (decision: string, token?: string) => ask('decideLowering', '/clients/LOWER/significance/lowering', { decision }, token);
  expect((await lowering('declined')).status).toBe(409);
  await insurer.policy('OF-LOWER', { clientId: 'LOWER' });
  const head = await tokenOf(insurer, HEAD_OF_SALES);
  const answers = [await lowering('declined'), await lowering('declined', head), await lowering('approved', head)];
  expect(answers.map(({ status }) => status)).toEqual([403, 200, 409]);
  const run = await ask('startReassessment', '/significance/reassessment');
  await insurer.advanceTo('2026-11-01T09:00:00Z');
  await ask('getReassessment', run.body.self);
  await ask('getPreview', '/significance/model/preview/none');
});

test('policies, relief and their ends', async () => {
  const open = (policyNumber: string, facts = {}) => ask('openPolicy', '/policies', { ...POLICY, policyNumber, ...facts });
  for (const number of ['LATE', 'LATE', 'EASED', 'OVER']) await open(number);
  await open('LATE', { product: 'Hull' });
  await ask('listPolicies', '/policies?clientId=UA-1&limit=1');
  await ask('migratePolicy', '/policies/EASED/migration', { version: 1 });
  const deferral = { reliefId: 'R-1', installment: 1, newDueOn: '2026-12-05', reason: 'their bank' };
  for (const relief of [deferral, deferral, { ...deferral, installment: 2 }, { ...deferral, reliefId: 'R-2', newDueOn: '2027-11-05' }])
    await ask('deferInstallment', '/policies/EASED/deferrals', relief);
  await ask('promisePayment', '/policies/EASED/promises', {
    reliefId: 'R-3',
    promisedOn: '2026-12-05',
    amount: UAH('10.00'),
    reason: 'said so',
  });
  await ask('holdProcess', '/policies/EASED/holds', { reliefId: 'R-4', until: '2026-11-06', reason: 'disputed' });
  await ask('endHold', '/policies/EASED/holds/R-4');
  await ask('agreePlan', '/policies/EASED/agreements', {
    reliefId: 'R-5',
    reason: 'in two',
    installments: [
      { dueOn: '2027-01-10', amount: UAH('60000.00') },
      { dueOn: '2027-06-10', amount: UAH('60000.00') },
    ],
  });
  await tolerant('tolerant');
  await open('FORGIVEN', { regulationId: 'tolerant' });
  for (const reliefId of ['R-1', 'R-1', 'R-2'])
    await ask('writeOff', '/policies/FORGIVEN/write-offs', { reliefId, installment: 1, reason: 'not worth a letter' });
  await ask('writeOff', '/policies/EASED/write-offs', { reliefId: 'R-6', installment: 5, reason: 'not worth a letter' });
  for (const number of ['EASED', 'FORGIVEN']) {
    await ask('getTimeline', `/policies/${number}/timeline`);
    await ask('getPolicy', `/policies/${number}`);
    await ask('getPolicyStatement', `/policies/${number}/statement`);
  }
  await open('SAVED');
  await ask('cancelPolicy', '/policies/OVER/cancellation', { reason: 'sold', cancelledOn: '2026-11-01' });
  await ask('reinstatePolicy', '/policies/OVER/reinstatement', { reason: 'not sold' });
});

test('payments and what becomes of them', async () => {
  const payment = (paymentId: string, policyNumber: string, amount: string) => ({
    paymentId,
    policyNumber,
    amount: UAH(amount),
    receivedOn: '2026-11-01',
    payer: 'Dnipro',
    reference: 'invoice 7',
  });
  const record = (id: string, policy: string, amount = '100.00') => ask('recordPayment', '/payments', payment(id, policy, amount));
  for (const id of ['p-1', 'p-1', 'p-2']) await record(id, 'LATE');
  await record('p-1', 'LATE', '7.00');
  for (const id of ['s-1', 's-2', 's-3']) await record(id, 'WRONG');
  await ask('listPayments', '/payments?status=suspense&limit=1');
  await ask('allocatePayment', '/payments/s-1/allocation', { policyNumber: 'LATE', installment: 2 });
  await ask('splitPayment', '/payments/s-2/split', {
    parts: [
      { policyNumber: 'LATE', amount: UAH('60.00') },
      { policyNumber: 'EASED', amount: UAH('40.00') },
    ],
  });
  await ask('disbursePayment', '/payments/s-3/disbursement', { reason: 'not ours', disbursedOn: '2026-11-01' });
  await ask('reversePayment', '/payments/p-2/reversal', { reason: 'recalled', reversedOn: '2026-11-01' });
  await record('much', 'SAVED', '120300.00');
  for (const transferId of ['T-1', 'T-1', 'T-2']) {
    const transfer = { transferId, toPolicyNumber: 'EASED', amount: UAH('200.00'), reason: 'paid twice' };
    await ask('transferExcess', '/policies/SAVED/transfers', transfer);
    await ask('disburseExcess', '/policies/SAVED/disbursements', { disbursementId: transferId, amount: UAH('10.00'), reason: 'asked for' });
  }
  for (const number of ['SAVED', 'EASED']) {
    await ask('getPolicy', `/policies/${number}`);
    await ask('getTimeline', `/policies/${number}/timeline`);
    await ask('getPolicyStatement', `/policies/${number}/statement`);
  }
  await ask('getPayment', '/payments/much');
  await ask('reversePayment', '/payments/much/reversal', { reason: 'recalled', reversedOn: '2026-11-01' });
  await ask('getPolicy', '/policies/SAVED');
  for (const id of ['p-1', 'p-2', 's-1', 's-2', 's-3', 'none']) await ask('getPayment', `/payments/${id}`);
  await ask('listPayments', '/payments?policyNumber=LATE');
  await ask('getPolicyStatement', '/policies/LATE/statement');
  await ask('getClientStatement', '/clients/UA-1/statement');
});

test('bank statements', async () => {
  const file =
    'paymentId,policyNumber,amount,currency,receivedOn,payer,reference\nb-1,LATE,12.00,UAH,2026-11-01,Dnipro,x\nb-2,LATE,nothing,UAH,2026-11-01,Dnipro,x\n';
  const sent = await fetch(`${insurer.cloud.apiUrl}/statements`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await insurer.cloud.token()}`, 'content-type': 'text/csv' },
    body: file,
  });
  const body = JSON.parse(await sent.text());
  const [, , operation] = find('importStatement');
  const { schema } = operation.responses[sent.status].content[sent.status < 400 ? 'application/json' : 'application/problem+json'];
  expect(faults(body, schema, { document, strictness: 'closed', at: 'importStatement' })).toEqual([]);
  seen.add(`importStatement ${sent.status}`);
  if (sent.status === 201) await ask('getStatement', body.self);
  await ask('getStatement', '/statements/none');
  const place = await ask('startUpload', '/statements/uploads', { contentType: 'text/csv' });
  await ask('getUpload', place.body.self);
});

test('regulations, and what is made of them', async () => {
  const { body } = await ask('getRegulation', '/regulations/premium-control');
  const { self: _, regulationId: __, version: ___, ...content } = body;
  await ask('putRegulation', '/regulations/ours', { ...content, title: 'Ours' });
  await ask('putRegulation', '/regulations/ours', { ...content, title: 'Ours' });
  await ask('putRegulation', '/regulations/ours', { ...content, roles: [] });
  await ask('getRegulation', '/regulations/ours?version=2');
  await ask('getMatrix', '/regulations/ours/matrix');
  await ask('getDiagram', '/regulations/ours/diagram');
  await ask('health', '/health');
  await ask('openapi', '/openapi.json');
});

test('after months of it: tasks, notices, timelines of what was suspended and lapsed', async () => {
  await insurer.advanceTo('2026-12-09T08:00:00Z'); // C4 was on 8 Dec: a call
  const called = (await ask('listTasks', '/tasks?policyNumber=LATE')).body.items.find((t: { status: string }) => t.status === 'open');
  for (const outcome of ['noAnswer', 'refused']) await ask('recordTaskResult', `${called.self}/result`, { outcome });
  await insurer.advanceTo('2026-12-20T08:00:00Z'); // C6 was on 18 Dec
  await ask('reinstatePolicy', '/policies/SAVED/reinstatement', { reason: 'agreed' });
  await insurer.advanceTo('2027-02-20T08:00:00Z');
  for (const number of ['LATE', 'EASED', 'OVER', 'none']) {
    await ask('getPolicy', `/policies/${number}`);
    await ask('getTimeline', `/policies/${number}/timeline`);
  }
  await ask('listPolicies', '/policies?pastDue=true');
  const { body } = await ask('listTasks', '/tasks?policyNumber=LATE');
  expect(body.items.length).toBeGreaterThan(0);
  for (const task of body.items) await ask('getTask', task.self);
  await ask('listTasks', '/tasks?assignee=olena@example.com&status=open');
  await ask('showTaskPage', `${called.self}/page?token=forged`);
}, 60_000);

test('each operation was asked, and answered well', () => {
  const served = [...seen].filter((s) => Number(s.split(' ')[1]) < 400).map((s) => s.split(' ')[0]);
  const all = Object.values<object>(document.paths).flatMap((item) => Object.values(item).map((o) => o.operationId));
  const byMailOnly = ['showTaskPage', 'submitTaskPage']; // their links come by mail; the stories of tasks follow them
  const byLargePortfolio = ['getPreview'];
  expect(all.filter((id) => !served.includes(id) && ![...byMailOnly, ...byLargePortfolio].includes(id))).toEqual([]);
});
