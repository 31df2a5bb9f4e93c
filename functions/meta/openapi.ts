import type * as z from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { clientBody } from '../clients/client-schema.ts';
import { allocationBody, disbursementBody, reversalBody, splitBody } from '../ledger/move-schemas.ts';
import { paymentBody } from '../payments/payment-schema.ts';
import { policyBody } from '../policies/policy-schema.ts';
import { migrationBody } from '../regulations/migration-body.ts';
import { cancellationBody, reinstatementBody } from '../relief/ending-schema.ts';
import { agreementBody, deferralBody, holdBody, promiseBody } from '../relief/relief-schema.ts';
import { type Operation, ROUTES, type Route } from '../routes.ts';
import { loweringBody } from '../significance/lowering-body.ts';
import { STATEMENT_MEDIA_TYPES } from '../statements/statement-body.ts';
import { uploadBody } from '../statements/upload-schema.ts';
import { resultBody } from '../tasks/task-schema.ts';
import { describe } from './descriptions.ts';

/** What each operation reads: the very schemas that validate. */
const BODIES: Partial<Record<Operation, z.ZodType>> = {
  putClient: clientBody,
  decideLowering: loweringBody,
  openPolicy: policyBody,
  recordPayment: paymentBody,
  migratePolicy: migrationBody,
  reversePayment: reversalBody,
  allocatePayment: allocationBody,
  splitPayment: splitBody,
  disbursePayment: disbursementBody,
  deferInstallment: deferralBody,
  promisePayment: promiseBody,
  holdProcess: holdBody,
  agreePlan: agreementBody,
  cancelPolicy: cancellationBody,
  reinstatePolicy: reinstatementBody,
  recordTaskResult: resultBody,
  startUpload: uploadBody,
};

/** Operations that read a file, and the media types it may have. */
const FILES: Partial<Record<Operation, readonly string[]>> = { importStatement: STATEMENT_MEDIA_TYPES };

let document: ReturnType<typeof createDocument> | undefined;

/** OpenAPI 3.1 of the HTTP API, from the routes and schemas that serve it. Made at the first request for it. */
export function openApiDocument() {
  document ??= createDocument({
    openapi: '3.1.0',
    info: { title: 'Premium Control', version: '1.0.0', description: 'Control of premium payments and significance of clients' },
    paths: paths(),
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
  });
  return document;
}

function paths(): ZodOpenApiPathsObject {
  const byPath = Map.groupBy<Route['path'], (typeof ROUTES)[number]>(ROUTES, (route) => route.path);
  return Object.fromEntries(
    [...byPath].map(([path, routes]) => [path, Object.fromEntries(routes.map((route) => [route.method.toLowerCase(), operation(route)]))]),
  );
}

function operation(route: (typeof ROUTES)[number]): ZodOpenApiOperationObject {
  const { operation: operationId, scope } = route;
  const schema = BODIES[operationId];
  const file = FILES[operationId];
  const { summary, responses, query } = describe(operationId);
  return {
    operationId,
    summary,
    parameters: [
      ...pathParameters(route.path),
      ...query.map(({ name, description }) => ({ name, in: 'query' as const, description, schema: { type: 'string' as const } })),
    ],
    ...(schema ? { requestBody: { required: true, content: { 'application/json': { schema } } } } : {}),
    ...(file ? { requestBody: { required: true, content: Object.fromEntries(file.map((type) => [type, {}])) } } : {}),
    responses: Object.fromEntries(
      Object.entries(responses).map(([status, description]) => [status, response(Number(status), description)]),
    ),
    security: scope === null ? [] : [{ bearer: [scope] }],
  };
}

const pathParameters = (path: string) =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name: name ?? '',
    in: 'path' as const,
    required: true,
    description: 'percent-encoded when it is free of / ? # % and does not begin with ~, else ~ and base64url of its UTF-8 bytes',
    schema: { type: 'string' as const },
  }));

const response = (status: number, description: string) => ({
  description,
  content: { [status < 400 ? 'application/json' : 'application/problem+json']: { schema: { type: 'object' as const } } },
});
