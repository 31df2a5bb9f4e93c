import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { APIGatewayEventRequestContextV2, APIGatewayProxyEventV2 } from 'aws-lambda';
import { ACCOUNT } from '../arns.ts';
import type { Claims } from './authorizer.ts';
import type { RequestPath } from './request-path.ts';
import type { Match } from './router.ts';

export interface GatewayRequest {
  readonly request: IncomingMessage;
  readonly path: RequestPath;
  /** null: no route, $default answers. */
  readonly match: Match | null;
  /** null: the route is open. */
  readonly claims: Claims | null;
  readonly body: Buffer;
  readonly nowMs: number;
}

type RequestContext = APIGatewayEventRequestContextV2 & {
  readonly authorizer?: { readonly jwt: { readonly claims: Claims; readonly scopes: null } };
};

const API_ID = 'local';

/** The event of API Gateway's payload format 2.0. */
export const gatewayEvent = (gatewayRequest: GatewayRequest): APIGatewayProxyEventV2 => {
  const { request, path, match, body } = gatewayRequest;
  const { cookie, ...headers } = request.headers;
  const isBase64Encoded = body.length > 0 && !isText(headers);
  return {
    version: '2.0',
    routeKey: match?.routeKey ?? '$default',
    rawPath: path.path,
    rawQueryString: path.rawQuery,
    ...(cookie !== undefined && { cookies: cookie.split(/; */) }),
    headers: flatHeaders(headers),
    ...(path.rawQuery !== '' && { queryStringParameters: queryParameters(path.rawQuery) }),
    requestContext: requestContext(gatewayRequest),
    ...(match?.pathParameters !== undefined && { pathParameters: match.pathParameters }),
    ...(body.length > 0 && { body: body.toString(isBase64Encoded ? 'base64' : 'utf8') }),
    isBase64Encoded,
  };
};

const requestContext = ({ request, path, match, claims, nowMs }: GatewayRequest): RequestContext => ({
  accountId: ACCOUNT,
  apiId: API_ID,
  ...(claims !== null && { authorizer: { jwt: { claims, scopes: null } } }), // scopes are those a route asks for: ours ask for none
  domainName: request.headers.host ?? 'localhost',
  domainPrefix: API_ID,
  http: {
    method: request.method ?? 'GET',
    path: path.path,
    protocol: `HTTP/${request.httpVersion}`,
    sourceIp: request.socket.remoteAddress ?? '',
    userAgent: request.headers['user-agent'] ?? '',
  },
  requestId: randomUUID(),
  routeKey: match?.routeKey ?? '$default',
  stage: '$default',
  time: commonLogTime(nowMs),
  timeEpoch: nowMs,
});

/** HTTP APIs pass these as text and base64-encode all else, form data and compressed bodies included. */
const isText = (headers: IncomingHttpHeaders): boolean =>
  headers['content-encoding'] === undefined && /^(text\/|application\/(json|javascript|xml)\b)/i.test(headers['content-type'] ?? '');

const flatHeaders = (headers: IncomingHttpHeaders): Record<string, string> => {
  const flat: Record<string, string> = {};
  for (const name in headers) {
    const value = headers[name];
    if (value !== undefined) flat[name] = typeof value === 'string' ? value : value.join(',');
  }
  return flat;
};

/** Values of one name are joined by a comma: ?a=1&a=2 → { a: '1,2' }. */
const queryParameters = (rawQuery: string): Record<string, string> => {
  const parameters: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(rawQuery)) {
    const earlier = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    parameters[name] = earlier === undefined ? value : `${earlier},${value}`;
  }
  return parameters;
};

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** 22/Nov/2026:08:00:00 +0000 */
const commonLogTime = (instantMs: number): string => {
  const iso = new Date(instantMs).toISOString();
  return `${iso.slice(8, 10)}/${MONTHS[Number(iso.slice(5, 7)) - 1]}/${iso.slice(0, 4)}:${iso.slice(11, 19)} +0000`;
};
