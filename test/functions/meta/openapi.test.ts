import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openApiDocument } from '../../../functions/meta/openapi.ts';
import { ROUTES } from '../../../functions/routes.ts';
import { defaultRegulation } from '../../../shared/domain/default-regulation.ts';
import { DEFAULT_MODEL } from '../../../shared/domain/significance/default-model.ts';
import { type Document, faults, resolve, type Schema } from '../../support/openapi/conforms.ts';

/** The document as a client gets it. */
const document = JSON.parse(JSON.stringify(openApiDocument()));
const schemas: Document = document;

const METHODS = ['get', 'put', 'post', 'delete'];
// biome-ignore lint/suspicious/noExplicitAny: the document is read as any client reads it
const operations: readonly { path: string; method: string; operation: any }[] = Object.entries<object>(document.paths).flatMap(
  ([path, item]) => Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
);

function* nodes(value: unknown): Generator<Readonly<Record<string, unknown>>> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value as Readonly<Record<string, unknown>>;
  for (const inner of Object.values(value)) yield* nodes(inner);
}

test('each route is in the document, with its method and scope, and nothing else is', () => {
  const documented = operations.map(({ path, method, operation }) => [
    operation.operationId,
    method.toUpperCase(),
    path,
    operation.security.flatMap((s: { bearer: string[] }) => s.bearer),
  ]);
  const declared = ROUTES.map(({ operation, method, path, scope }) => [operation, method, path, scope === null ? [] : [scope]]);
  expect(documented.toSorted()).toEqual(declared.toSorted());
  expect(operations.every(({ method }) => METHODS.includes(method))).toBe(true);
});

test('operation ids are unique, also among the webhooks', () => {
  const ids = [...nodes(document)].flatMap((node) => (typeof node['operationId'] === 'string' ? [node['operationId']] : []));
  expect(ids.length).toBeGreaterThan(ROUTES.length);
  expect(new Set(ids).size).toBe(ids.length);
});

test('every reference leads somewhere', () => {
  const refs = [...nodes(document)].flatMap((node) => (typeof node['$ref'] === 'string' ? [node['$ref']] : []));
  for (const ref of new Set(refs)) expect(resolve(ref, schemas)).toBeDefined();
});

test('the parameters of a path are those of its template', () => {
  for (const { path, operation } of operations) {
    const named = operation.parameters.filter((p: { in: string }) => p.in === 'path').map((p: { name: string }) => p.name);
    expect(named, path).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
  }
});

test('every answer below 400 has content, every refusal in JSON is a problem', () => {
  for (const { operation } of operations)
    for (const [status, { content }] of Object.entries<{ content: Record<string, { schema: Schema }> }>(operation.responses)) {
      expect(Object.keys(content).length, `${operation.operationId} ${status}`).toBeGreaterThan(0);
      if (Number(status) < 400) continue;
      const refused = content['application/problem+json']?.schema;
      expect(refused ?? content['text/html'], `${operation.operationId} ${status}`).toBeDefined();
      if (refused) expect(refused).toEqual({ $ref: '#/components/schemas/Problem' });
    }
});

test('every example is as its schema says', () => {
  let examples = 0;
  for (const node of nodes(document)) {
    const { schema, examples: given } = node as { schema?: Schema; examples?: Readonly<Record<string, { value: unknown }>> };
    if (!schema || !given) continue;
    for (const { value } of Object.values(given)) {
      examples += 1;
      expect(faults(value, schema, { document: schemas, strictness: 'open', at: '' })).toEqual([]);
    }
  }
  expect(examples).toBeGreaterThan(30);
});

test('every body has an example, and takes no field that is not named', () => {
  for (const { operation } of operations) {
    const body = operation.requestBody?.content['application/json'];
    if (!body) continue;
    expect(Object.keys(body.examples ?? {}), operation.operationId).toHaveLength(1);
    const { value } = Object.values<{ value: object }>(body.examples)[0] ?? { value: {} };
    expect(faults({ ...value, amuont: 1 }, body.schema, { document: schemas, strictness: 'open', at: '' })).toEqual([
      '/amuont: is not documented',
    ]);
  }
});

test('the regulation and the model that come with the code are as the document says', () => {
  const { regulationId: _, version: __, ...content } = defaultRegulation;
  const check = (value: unknown, name: string) =>
    faults(JSON.parse(JSON.stringify(value)), resolve(name, schemas), { document: schemas, strictness: 'open', at: '' });
  expect(check(content, 'RegulationContent')).toEqual([]);
  expect(check(DEFAULT_MODEL, 'SignificanceModelContent')).toEqual([]);
  expect(check({ ...content, title: '' }, 'RegulationContent')).not.toEqual([]);
});

test('each code that the functions answer is documented', () => {
  const codes = resolve('Problem', schemas)['properties'] as { code: { enum: readonly string[] } };
  const sources = ['problem-of', 'api-function', 'scope', 'path-id', 'page-query'].map((name) =>
    readFileSync(new URL(`../../../functions/http/${name}.ts`, import.meta.url), 'utf8'),
  );
  const answered = sources.flatMap((source) => [...source.matchAll(/(?:code: |badRequest\(\s*)'([A-Z_]+)'/g)].map(([, code]) => code));
  expect(answered.length).toBeGreaterThan(8);
  expect(codes.code.enum).toEqual(expect.arrayContaining(answered));
});

test('each event names the id to deduplicate by', () => {
  const webhooks = Object.values<{ post: { description: string; requestBody: { content: Record<string, { schema: Schema }> } } }>(
    document.webhooks,
  );
  expect(webhooks.length).toBeGreaterThan(10);
  for (const { post } of webhooks) {
    expect(post.description).toContain('detail.eventId');
    const schema = resolve(String(post.requestBody.content['application/json']?.schema['$ref']), schemas);
    expect(JSON.stringify(schema)).toContain('eventId');
  }
});
