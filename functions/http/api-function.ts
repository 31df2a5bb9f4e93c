import middy from '@middy/core';
import httpContentNegotiation from '@middy/http-content-negotiation';
import httpJsonBodyParser from '@middy/http-json-body-parser';
import httpRouter from '@middy/http-router';
import type { APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import type { Log } from '../../shared/ports/log.ts';
import { type ApiFunction, ROUTES, type Route } from '../routes.ts';
import { type ApiEvent, type ApiOperation, type ApiResponse, claimsOf } from './api-request.ts';
import { HttpProblem, type Problem, problemResponse } from './problem.ts';
import { problemOf } from './problem-of.ts';
import { demandScope } from './scope.ts';

export type ApiHandler = (event: ApiEvent, context: Context) => Promise<APIGatewayProxyStructuredResultV2>;

type OperationsOf<F extends ApiFunction> = Readonly<Record<Extract<(typeof ROUTES)[number], { function: F }>['operation'], ApiOperation>>;

/**
 * The one middy stack of the HTTP API: routes of the declaration → scope → content negotiation → JSON body → operation,
 * and every error as problem+json. Each operation that the routes declare for the function must be given.
 */
export function apiFunction<F extends ApiFunction>(name: F, operations: OperationsOf<F>, log: Log): ApiHandler {
  const byName: Readonly<Record<string, ApiOperation>> = operations;
  const routes = ROUTES.filter((route) => route.function === name).flatMap((route: Route) => {
    const operation = byName[route.operation];
    return operation ? [{ method: route.method, path: route.path, handler: routeHandler(route, operation) }] : [];
  });
  return middy(httpRouter<ApiEvent, APIGatewayProxyStructuredResultV2>({ routes, notFoundResponse: noRoute })).onError(
    asProblem(log),
  ) as unknown as ApiHandler;
}

function routeHandler(route: Route, operation: ApiOperation) {
  const availableMediaTypes = [...(operation.answers ?? ['application/json'])];
  const handler = middy<ApiEvent, APIGatewayProxyStructuredResultV2>()
    .before(({ event }) => demandScope(claimsOf(event), route.scope))
    .before(({ event }) => (operation.takes ? demandMediaType(event, operation.takes) : demandSize(event)));
  handler.use(
    httpContentNegotiation({
      parseCharsets: false,
      parseEncodings: false,
      parseLanguages: false,
      availableMediaTypes,
      defaultToFirstMediaType: false,
    }),
  );
  if (operation.takesJson) handler.use(httpJsonBodyParser());
  return handler.handler((event: ApiEvent, context: Context & { preferredMediaType?: string }) =>
    respond(operation, event, preferred(context)),
  );
}

/** The content negotiation leaves its choice in the context. */
const preferred = (context: Context): string | undefined =>
  'preferredMediaType' in context && typeof context.preferredMediaType === 'string' ? context.preferredMediaType : undefined;

async function respond(operation: ApiOperation, event: ApiEvent, mediaType = operation.answers?.[0] ?? 'application/json') {
  const by = String(claimsOf(event)['sub'] ?? 'anonymous');
  return present(await operation.handle({ event, body: event.body, by, mediaType }));
}

const present = ({ status, body, text, headers }: ApiResponse): APIGatewayProxyStructuredResultV2 => ({
  statusCode: status,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers },
  body: text ?? JSON.stringify(body),
});

/** JSON of a payment or a policy is some KB; a megabyte is a mistake or an attack. */
const LARGEST_JSON = 1_000_000;

function demandSize(event: ApiEvent): void {
  if (typeof event.body !== 'string' || event.body.length <= LARGEST_JSON) return;
  throw new HttpProblem({
    status: 413,
    code: 'CONTENT_TOO_LARGE',
    title: 'Content too large',
    detail: `a body may have ${LARGEST_JSON} bytes at most`,
  });
}

/** Files are as large as a function can be given them: 6 MB. */
function demandMediaType(event: ApiEvent, taken: readonly string[]): void {
  const [mediaType = ''] = (event.headers['content-type'] ?? '').split(';');
  if (taken.includes(mediaType.trim().toLowerCase())) return;
  throw new HttpProblem({
    status: 415,
    code: 'UNSUPPORTED_MEDIA_TYPE',
    title: 'Unsupported media type',
    detail: `send the body with a Content-Type of ${taken.join(', ')}`,
  });
}

const noRoute = (): never => {
  throw new HttpProblem({ status: 404, code: 'NO_SUCH_ROUTE', title: 'Not found', detail: 'there is nothing at this path' });
};

const INTERNAL: Problem = {
  status: 500,
  code: 'INTERNAL_ERROR',
  title: 'Internal error',
  detail: 'something went wrong on our side; it is safe to try again',
};

const asProblem = (log: Log) => (request: { error: unknown; response?: unknown }) => {
  const problem = problemOf(request.error);
  if (!problem) log.warn('a request failed', { error: request.error });
  request.response = problemResponse(problem ?? INTERNAL);
};
