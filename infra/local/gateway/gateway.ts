import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Problem } from '../../../functions/http/problem.ts';
import { FALLBACK_FUNCTION, type LocalRoute } from '../application.ts';
import type { Clock } from '../clock/movable-clock.ts';
import { sendProblem } from '../http/problem.ts';
import { readBody } from '../http/request-body.ts';
import { type FunctionError, type LambdaFunction, TIMEOUT_ERROR_TYPE } from '../lambda/lambda-function.ts';
import type { Authorization, Claims } from './authorizer.ts';
import { gatewayEvent } from './gateway-event.ts';
import { sendResult } from './gateway-response.ts';
import { parseRequestPath, type RequestPath } from './request-path.ts';
import { createRouter, type Match } from './router.ts';

/** The limit of HTTP APIs; it can't be raised. */
const MOST_BYTES = 10 * 1024 * 1024;

/** Lambda takes no larger event, and binary bodies grow by a third in it: 5 MB pass as text/xml, not as application/octet-stream. */
const MOST_EVENT_BYTES = 6 * 1024 * 1024;

export interface GatewayDeps {
  readonly routes: readonly LocalRoute[];
  readonly functions: ReadonlyMap<string, LambdaFunction>;
  readonly clock: Clock;
  authorize(header: string | undefined): Promise<Authorization>;
  /** Called after each request that may have written something that others wait for. */
  onWritten(): void;
}

/** An HTTP API of API Gateway: route, authorize, invoke, answer. Its own refusals are problem+json, so that a client knows one form only. */
export const httpGateway = (deps: GatewayDeps) => {
  const route = createRouter(deps.routes);
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = parseRequestPath(request.url ?? '/');
    if (path === null) return sendProblem(response, BAD_PATH);
    const match = route(request.method ?? 'GET', path.path);
    const authorization = await authorizationFor(deps, match, request);
    if (authorization?.outcome === 'refused') return refuse(request, response, authorization.reason);
    const body = await readBody(request, MOST_BYTES);
    if (body === null) return tooLarge(request, response);
    await answer(deps, { request, response, path, match, claims: authorization?.claims ?? null, body });
    if (request.method !== 'GET') deps.onWritten();
  };
};

const authorizationFor = ({ authorize }: GatewayDeps, match: Match | null, request: IncomingMessage): Promise<Authorization> | null =>
  match === null || match.route.scope === null ? null : authorize(request.headers.authorization);

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly path: RequestPath;
  readonly match: Match | null;
  readonly claims: Claims | null;
  readonly body: Buffer;
}

const answer = async ({ functions, clock }: GatewayDeps, { response, ...exchange }: Exchange): Promise<void> => {
  const name = exchange.match?.route.function ?? FALLBACK_FUNCTION;
  const target = functions.get(name);
  if (target === undefined) return sendProblem(response, INTERNAL_ERROR);
  const event = gatewayEvent({ ...exchange, nowMs: clock.now() });
  const carriedBytes = event.isBase64Encoded ? (event.body?.length ?? 0) : exchange.body.length;
  if (carriedBytes > MOST_EVENT_BYTES) return sendProblem(response, TOO_LARGE);
  const outcome = await target.invoke(event);
  if (!outcome.ok) return failed(response, name, outcome.error);
  if (!sendResult(response, outcome.result)) failed(response, name, NO_RESULT);
};

const NO_RESULT: FunctionError = { errorType: 'InvalidResult', errorMessage: 'it returned no valid HTTP result', trace: [] };

/** What went wrong is for who runs this; the caller learns nothing of the inside. */
const failed = (response: ServerResponse, name: string, { errorType, errorMessage, trace }: FunctionError): void => {
  console.error(`${name} failed: ${trace.length > 0 ? trace.join('\n') : errorMessage}`);
  sendProblem(response, errorType === TIMEOUT_ERROR_TYPE ? TIMED_OUT : INTERNAL_ERROR);
};

const refuse = (request: IncomingMessage, response: ServerResponse, detail: string): void => {
  const challenge = request.headers.authorization === undefined ? 'Bearer' : 'Bearer error="invalid_token"';
  request.resume(); // read what the client still sends, else it never sees the answer
  const headers = { 'www-authenticate': challenge };
  sendProblem(response, { status: 401, code: 'UNAUTHORIZED', title: 'Unauthorized', detail, headers });
};

const tooLarge = (request: IncomingMessage, response: ServerResponse): void => {
  request.resume();
  sendProblem(response, TOO_LARGE);
};

const BAD_PATH: Problem = { status: 400, code: 'MALFORMED_PATH', title: 'Bad Request', detail: 'The path has a broken percent-encoding.' };
const TOO_LARGE: Problem = {
  status: 413,
  code: 'TOO_LARGE',
  title: 'Content Too Large',
  detail: 'The body is larger than 10 MB, or than 6 MB as the function gets it.',
};
const TIMED_OUT: Problem = {
  status: 503,
  code: 'TIMED_OUT',
  title: 'Service Unavailable',
  detail: 'No answer in time. Whether it was done is unknown: repeat the request.',
};
const INTERNAL_ERROR: Problem = {
  status: 500,
  code: 'INTERNAL_ERROR',
  title: 'Internal Server Error',
  detail: 'Something went wrong on our side.',
};
