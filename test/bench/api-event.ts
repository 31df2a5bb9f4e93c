import type { ApiEvent } from '../../functions/http/api-request.ts';

interface Call {
  readonly method: string;
  /** As the route has it: `/policies/{policyNumber}`. */
  readonly route: string;
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object;
}

const SCOPES = 'clients:write policies:write payments:write read';

/** What API Gateway hands to a function. */
export function apiEvent({ method, route, path = {}, query, body }: Call): ApiEvent {
  const rawPath = route.replace(/\{(\w+)\}/g, (_, name: string) => path[name] ?? '');
  return {
    version: '2.0',
    routeKey: `${method} ${route}`,
    rawPath,
    rawQueryString: '',
    headers: body ? { 'content-type': 'application/json' } : {},
    pathParameters: path,
    ...(query ? { queryStringParameters: query } : {}),
    isBase64Encoded: false,
    ...(body ? { body: JSON.stringify(body) } : {}),
    requestContext: { http: { method, path: rawPath }, authorizer: { jwt: { claims: { sub: 'bench', scope: SCOPES }, scopes: [] } } },
  } as unknown as ApiEvent;
}
