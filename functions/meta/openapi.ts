import { createDocument, type ZodOpenApiPathsObject } from 'zod-openapi';
import { ROUTES, type Route } from '../routes.ts';
import { openApiOperation } from './openapi-operation.ts';
import { webhooks } from './webhooks.ts';

const BEARER =
  'A JWT of the pool of the stack, by its client-credentials flow; locally POST /_local/token gives one. Each operation names the scope that it needs: `clients:write`, `policies:write`, `payments:write`, `tasks:write`, `regulations:write`, `significance:write` or `read`. In Cognito they stand behind the resource server: `premium-control/read`.';

const CONVENTIONS = `Control of premium payments and significance of clients.

Money is a decimal text with its ISO 4217 currency; dates end in \`On\`, instants (UTC) in \`At\`. Unknown fields of a body are refused;
answers may get new fields. A POST with an id of the caller's is safe to repeat: the same content is answered with what is stored, other
content with 409. Every refusal is \`application/problem+json\`.`;

let document: ReturnType<typeof createDocument> | undefined;

/** OpenAPI 3.1 of the HTTP API, from the routes and schemas that serve it. Made at the first request for it. */
export function openApiDocument() {
  document ??= createDocument(
    {
      openapi: '3.1.0',
      info: { title: 'Premium Control', version: '1.0.0', description: CONVENTIONS },
      paths: paths(),
      webhooks: webhooks(),
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: BEARER } } },
    },
    { override: open },
  );
  return document;
}

/** What is answered may get new fields, and nobody's generated client should break on one. */
function open({ jsonSchema, io }: { jsonSchema: { additionalProperties?: unknown }; io: 'input' | 'output' }): void {
  if (io === 'output' && jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
}

function paths(): ZodOpenApiPathsObject {
  const byPath = Map.groupBy<Route['path'], (typeof ROUTES)[number]>(ROUTES, (route) => route.path);
  return Object.fromEntries(
    [...byPath].map(([path, routes]) => [
      path,
      Object.fromEntries(routes.map((route) => [route.method.toLowerCase(), openApiOperation(route)])),
    ]),
  );
}
