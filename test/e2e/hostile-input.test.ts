import { request as httpRequest, type IncomingMessage } from 'node:http';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Insurer, startInsurer } from '../support/insurer.ts';
import { faults, type Schema } from '../support/openapi/conforms.ts';
import { bodyText, broken, fitting, hostile, pathSegment, queryValue } from '../support/openapi/samples.ts';
import { tableContents } from '../support/table-contents.ts';

/** Whatever is sent: no fault of ours, every refusal a problem, and a refused or reading request leaves the tables as they were. */
let insurer: Insurer;
let tables: ReturnType<typeof tableContents>;
// biome-ignore lint/suspicious/noExplicitAny: the document is read as any client reads it
let document: any;
let token: string;

beforeAll(async () => {
  insurer = await startInsurer('2026-10-01T08:00:00Z');
  token = await insurer.cloud.token();
  document = (await insurer.call('GET', '/openapi.json')).body;
  await insurer.client('UA-1');
  await insurer.policy('KNOWN');
  await insurer.pay('known-1', 'KNOWN', '100.00');
  await insurer.pay('in-suspense', 'NOWHERE', '100.00');
  tables = tableContents(process.env['AWS_ENDPOINT_URL_DYNAMODB'] ?? '');
}, 60_000);
afterAll(async () => {
  tables.stop();
  await insurer.cloud.stop();
});

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

interface Got {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
}

/** As it is written: fetch would tidy up dots and escapes of a path. */
const send = ({ method, path, headers, body }: Sent): Promise<Got> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(insurer.cloud.apiUrl);
    const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }; // else Node leaves it out of a GET, and the body is read as a request
    const sent = httpRequest(
      { hostname, port, method, path, headers: { ...headers, ...length } },
      (response) => void read(response).then(resolve, reject),
    );
    sent.on('error', reject);
    sent.end(body);
  });

async function read(response: IncomingMessage): Promise<Got> {
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(part);
  const contentType = String(response.headers['content-type'] ?? '').split(';')[0] ?? '';
  return { status: response.statusCode ?? 0, contentType, text: Buffer.concat(parts).toString('utf8') };
}

const PAGES = /^\/tasks\/[^/]+\/page(\?|$)/;

function judge(sent: Sent, { status, contentType, text }: Got): void {
  const about = `${status} ${text.slice(0, 300)} ← ${sent.method} ${sent.path.slice(0, 200)} ${sent.body?.slice(0, 500)} ${JSON.stringify(sent.headers).slice(0, 600)}`;
  expect(status, about).toBeLessThan(500);
  if (status < 400 || sent.method === 'HEAD') return;
  if (PAGES.test(sent.path) && contentType === 'text/html') return; // people read these
  expect(contentType, about).toBe('application/problem+json');
  const problem = JSON.parse(text);
  expect(faults(problem, document.components.schemas.Problem, { document, strictness: 'closed', at: about })).toEqual([]);
  expect(problem.status, about).toBe(status);
}

/** One run after another: what the tables hold is compared around each. */
function property(sending: fc.Arbitrary<Sent>, { seed, runs, ms }: { readonly seed: number; readonly runs: number; readonly ms: number }) {
  let before: string | undefined;
  return fc.assert(
    fc.asyncProperty(sending, async (sent) => {
      before ??= await tables.settled();
      const got = await send(sent);
      judge(sent, got);
      if (got.status < 400 && sent.method !== 'GET' && sent.method !== 'HEAD') {
        before = undefined;
        return;
      }
      const after = await tables.read();
      expect(after, `${sent.method} ${sent.path.slice(0, 200)} ${sent.body?.slice(0, 500)} → ${got.status} stored something`).toBe(before);
    }),
    { seed, numRuns: runs, interruptAfterTimeLimit: ms, markInterruptAsFailure: false, endOnFailure: true },
  );
}

interface Documented {
  readonly path: string;
  readonly method: string;
  readonly schema?: Schema;
  readonly mediaTypes: readonly string[];
  readonly query: readonly string[];
}

const documented = (): readonly Documented[] =>
  Object.entries<object>(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      path,
      method: method.toUpperCase(),
      schema: operation.requestBody?.content['application/json']?.schema,
      mediaTypes: Object.keys(operation.requestBody?.content ?? {}),
      query: operation.parameters.filter((p: { in: string }) => p.in === 'query').map((p: { name: string }) => p.name),
    })),
  );

const KNOWN: Readonly<Record<string, string>> = { clientId: 'UA-1', policyNumber: 'KNOWN', paymentId: 'known-1', regulationId: 'ours' };

const filled = (template: string) => template.replace(/\{(\w+)\}/g, (_, name: string) => KNOWN[name] ?? 'none');

const authorized = (more: Readonly<Record<string, string>> = {}) => ({ authorization: `Bearer ${token}`, ...more });

test('bodies: broken fields, strange values, strange JSON', async () => {
  const bodies = documented()
    .filter(({ schema }) => schema)
    .map(({ path, method, schema = {} }) => {
      const sound = fitting(schema, document);
      const text = fc.oneof(
        bodyText(broken(sound)),
        bodyText(broken(broken(sound))),
        sound.map((value) => JSON.stringify(value)),
        bodyText(hostile),
      );
      return text.map((body) => ({ method, path: filled(path), headers: authorized({ 'content-type': 'application/json' }), body }));
    });
  await property(fc.oneof(...bodies), { seed: 20261122, runs: 600, ms: 9_000 });
}, 60_000);

test('paths and queries: broken encodings, ids of any kind, cursors of other lists, limits out of range', async () => {
  const reads = documented().map(({ path, method, query }) =>
    fc
      .tuple(
        fc.array(pathSegment, { minLength: 3, maxLength: 3 }),
        fc.array(fc.tuple(fc.constantFrom('limit', 'cursor', 'unknown', ...query), queryValue), { maxLength: 4 }),
        fc.constantFrom(method, 'GET', 'HEAD'),
      )
      .map(([segments, pairs, as]) => {
        const asked = pairs.map(([name, value]) => `${name}=${value}`).join('&');
        let next = 0;
        const way = path.replace(/\{\w+\}/g, () => segments[next++] ?? 'none');
        return { method: as, path: asked ? `${way}?${asked}` : way, headers: authorized() };
      }),
  );
  await property(fc.oneof(...reads), { seed: 20261123, runs: 600, ms: 6_000 });
}, 60_000);

test('methods, tokens and headers that do not belong', async () => {
  const others = fc
    .record({
      at: fc.constantFrom(...documented()),
      method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'TRACE', 'PROPFIND'),
      authorization: fc.constantFrom('', 'Bearer', 'Bearer x', 'Bearer a.b.c', 'Basic eDp5', `Bearer ${token}x`, `bearer ${token}`),
      type: fc.constantFrom(
        '',
        'text/plain',
        'application/xml',
        'application/json; charset=koi8-r',
        'multipart/form-data',
        'x',
        'text/csv',
      ),
      accept: fc.constantFrom('', '*/*', 'image/png', 'text/html', 'application/json;q=0', ',;=', 'text/*;q=abc', 'x'.repeat(2_000)),
      body: fc.constantFrom(undefined, '', '{}', 'x', '\u0000', '<a/>', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'a,b\n1,2', ':20:x'),
    })
    .map(({ at, method, authorization, type, accept, body }) => ({
      method,
      path: filled(at.path),
      headers: {
        ...(authorization ? { authorization } : authorized()),
        ...(type ? { 'content-type': type } : {}),
        ...(accept ? { accept } : {}),
      },
      ...(body === undefined ? {} : { body }),
    }));
  await property(others, { seed: 20261124, runs: 600, ms: 4_500 });
}, 60_000);
