/** Health, the OpenAPI document, and API Gateway's $default: what no route matches. Open to everybody; changes nothing. */
import type { APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { apiFunction } from '../http/api-function.ts';
import type { ApiEvent } from '../http/api-request.ts';
import { log } from '../runtime/log.ts';
import { openApiDocument } from './openapi.ts';
import { unmatched } from './unmatched.ts';

export function createHandler() {
  const routed = apiFunction(
    'meta',
    {
      health: { handle: async () => ({ status: 200, body: { status: 'ok' } }) },
      openapi: { handle: async () => ({ status: 200, body: openApiDocument(), headers: { 'cache-control': 'public, max-age=300' } }) },
    },
    log,
  );
  return async (event: ApiEvent, context: Context): Promise<APIGatewayProxyStructuredResultV2> =>
    event.routeKey === '$default' ? unmatched(event) : routed(event, context);
}

export const handler = createHandler();
