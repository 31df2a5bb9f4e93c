import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';

/**
 * Who called what, without personal data: the route's template and not the path, which names policies and clients; the application
 * and not the person; no address, no user agent. `requestId` leads on to the function's log.
 */
export const ACCESS_LOG_FORMAT = AccessLogFormat.custom(
  JSON.stringify({
    at: '$context.requestTimeEpoch',
    requestId: '$context.requestId',
    route: '$context.routeKey',
    status: '$context.status',
    application: '$context.authorizer.claims.client_id',
    latencyMs: '$context.responseLatency',
    functionMs: '$context.integrationLatency',
    bytes: '$context.responseLength',
    gatewayError: '$context.error.message',
    authorizerError: '$context.authorizer.error',
    functionError: '$context.integrationErrorMessage',
  }),
);
