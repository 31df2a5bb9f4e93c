import type { ZodOpenApiOperationObject, ZodOpenApiParameterObject, ZodOpenApiResponseObject } from 'zod-openapi';
import type { ROUTES } from '../routes.ts';
import type { Answer, Description, QueryParameter } from './description.ts';
import { DESCRIPTIONS } from './descriptions.ts';
import { problem } from './problem-schema.ts';

/** An operation of the document: what its route says, and what is described of it. */
export function openApiOperation(route: (typeof ROUTES)[number]): ZodOpenApiOperationObject {
  const { operation, scope, path } = route;
  const described: Description = DESCRIPTIONS[operation];
  return {
    operationId: operation,
    summary: described.summary,
    tags: [route.function],
    parameters: [...pathParameters(path), ...(described.query ?? []).map(queryParameter)],
    ...requestBody(described),
    responses: {
      ...byStatus(refusalsOf(route, described), refusal),
      ...byStatus(described.answers, answer),
      default: refusal('Any other refusal or fault'),
    },
    security: scope === null ? [] : [{ bearer: [scope] }],
  };
}

function byStatus<T>(of: Readonly<Record<number, T>>, make: (value: T) => ZodOpenApiResponseObject) {
  return Object.fromEntries(Object.entries(of).map(([status, value]) => [status, make(value)]));
}

/** What follows from the route, then what the operation says itself. */
function refusalsOf(
  { scope, path }: (typeof ROUTES)[number],
  { body, files, query, problems }: Description,
): Readonly<Record<number, string>> {
  const byId = path.includes('{');
  return {
    ...(byId || body || files || query ? { 400: 'Malformed or invalid' } : {}),
    ...(scope === null ? {} : { 401: 'UNAUTHORIZED: no token, or a bad one', 403: 'SCOPE_MISSING' }),
    ...(byId ? { 404: 'NOT_FOUND: there is nothing with this id' } : {}),
    406: 'NOT_ACCEPTABLE: none of the media types in Accept',
    ...(body || files ? { 413: 'The body is too large', 415: 'UNSUPPORTED_MEDIA_TYPE' } : {}),
    ...problems,
  };
}

const refusal = (description: string): ZodOpenApiResponseObject => ({
  description,
  content: { 'application/problem+json': { schema: problem } },
});

function answer({ description, json, example, types = [] }: Answer): ZodOpenApiResponseObject {
  const inJson = json && { schema: json, ...(example === undefined ? {} : { examples: { answered: { value: example } } }) };
  const content = { ...(inJson ? { 'application/json': inJson } : {}), ...textOf(types) };
  return { description, content };
}

const textOf = (types: readonly string[]) => Object.fromEntries(types.map((type) => [type, { schema: { type: 'string' as const } }]));

function requestBody({ body, files }: Description): Pick<ZodOpenApiOperationObject, 'requestBody'> {
  if (files) return { requestBody: { required: true, content: textOf(files) } };
  if (!body) return {};
  const { schema, example } = body;
  return { requestBody: { required: true, content: { 'application/json': { schema, examples: { sent: { value: example } } } } } };
}

const queryParameter = ({ name, description, schema, required }: QueryParameter): ZodOpenApiParameterObject => ({
  name,
  in: 'query',
  description,
  schema,
  ...(required ? { required } : {}),
});

const ENCODING =
  'Percent-encoded when it is free of `/ ? # %` and does not begin with `~`, else `~` and base64url of its UTF-8 bytes; `self` of every answer has it ready-made';

const pathParameters = (path: string): readonly ZodOpenApiParameterObject[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name: name ?? '',
    in: 'path',
    required: true,
    description: ENCODING,
    schema: { type: 'string', minLength: 1 },
  }));
