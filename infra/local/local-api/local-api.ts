import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Problem } from '../../../functions/http/problem.ts';
import { formatInstant } from '../../../shared/domain/zone.ts';
import type { Clock } from '../clock/movable-clock.ts';
import type { Timekeeper } from '../clock/timekeeper.ts';
import type { TokenIssuer } from '../gateway/token-issuer.ts';
import { sendProblem } from '../http/problem.ts';
import { readBody } from '../http/request-body.ts';
import type { LocalState } from '../state/local-state.ts';
import { parseClockMove } from './clock-request.ts';
import { parseTokenRequest } from './token-request.ts';

export const LOCAL_PREFIX = '/_local/';
const MOST_BYTES = 100_000;

export interface LocalApiDeps {
  readonly clock: Clock;
  readonly timekeeper: Timekeeper;
  readonly issuer: TokenIssuer;
  readonly state: LocalState;
}

type Answer = { readonly body: unknown } | { readonly problem: Problem };
type Operation = (deps: LocalApiDeps, body: unknown) => Answer | Promise<Answer>;

/** What only a local cloud has: its clock, tokens for the asking, and what was published or given up. */
const OPERATIONS: Readonly<Record<string, Readonly<Record<string, Operation>>>> = {
  clock: {
    GET: ({ clock }) => ({ body: { now: formatInstant(clock.now()) } }),
    POST: async ({ clock, timekeeper }, body) => {
      const move = parseClockMove(body, clock.now());
      if (!move.ok) return { problem: move.problem };
      const { nowMs, fired } = await timekeeper.advanceTo(move.targetMs);
      return { body: { now: formatInstant(nowMs), fired } };
    },
  },
  token: {
    POST: async ({ issuer }, body) => {
      const grant = parseTokenRequest(body);
      return grant === null ? { problem: BAD_TOKEN_REQUEST } : { body: { access_token: await issuer.issue(grant), token_type: 'Bearer' } };
    },
  },
  events: { GET: ({ state }) => ({ body: { items: state.events } }) },
  'dead-letters': { GET: ({ state }) => ({ body: { items: state.deadLetters } }) },
};

export const localApi = (deps: LocalApiDeps) => async (request: IncomingMessage, response: ServerResponse) => {
  const [path = ''] = (request.url ?? '').split('?');
  const methods = OPERATIONS[path.slice(LOCAL_PREFIX.length)];
  if (methods === undefined) return sendProblem(response, NOT_FOUND);
  const operation = methods[request.method ?? ''];
  if (operation === undefined) return sendProblem(response, { ...NOT_ALLOWED, headers: { allow: Object.keys(methods).join(', ') } });
  const body = await parsedBody(request);
  const answer = body === UNREADABLE ? { problem: NO_JSON } : await operation(deps, body);
  if ('problem' in answer) return sendProblem(response, answer.problem);
  response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(`${JSON.stringify(answer.body)}\n`);
};

const UNREADABLE = Symbol('unreadable');

const parsedBody = async (request: IncomingMessage): Promise<unknown> => {
  const body = await readBody(request, MOST_BYTES);
  if (body === null) return UNREADABLE;
  try {
    return body.length === 0 ? undefined : JSON.parse(body.toString());
  } catch (error) {
    if (error instanceof SyntaxError) return UNREADABLE;
    throw error;
  }
};

const NOT_FOUND: Problem = {
  status: 404,
  code: 'NOT_FOUND',
  title: 'Not Found',
  detail: 'There are clock, token, events and dead-letters.',
};
const NOT_ALLOWED: Problem = { status: 405, code: 'METHOD_NOT_ALLOWED', title: 'Method Not Allowed', detail: 'See the Allow header.' };
const NO_JSON: Problem = { status: 400, code: 'INVALID_REQUEST', title: 'Bad Request', detail: 'The body is not JSON, or very long.' };
const BAD_TOKEN_REQUEST: Problem = {
  status: 400,
  code: 'INVALID_REQUEST',
  title: 'Bad Request',
  detail: 'The body is { "scopes": ["read"], "subject": "somebody" }, both optional, and nothing else.',
};
