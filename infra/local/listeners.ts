import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { LocalRoute } from './application.ts';
import type { MovableClock } from './clock/movable-clock.ts';
import { putEvents } from './events/put-events.ts';
import { jwtAuthorizer } from './gateway/authorizer.ts';
import { httpGateway } from './gateway/gateway.ts';
import type { TokenIssuer } from './gateway/token-issuer.ts';
import { awsEndpoint } from './http/aws-endpoint.ts';
import { sendProblem } from './http/problem.ts';
import { invokeApi } from './lambda/invoke-api.ts';
import type { LambdaFunction } from './lambda/lambda-function.ts';
import { LOCAL_PREFIX, localApi } from './local-api/local-api.ts';
import type { Machinery } from './machinery.ts';
import type { ObjectStore } from './s3/object-store.ts';
import { schedulerApi } from './scheduler/scheduler-api.ts';
import type { LocalState } from './state/local-state.ts';

interface Parts {
  readonly state: LocalState;
  readonly clock: MovableClock;
  readonly functions: ReadonlyMap<string, LambdaFunction>;
  readonly machinery: Machinery;
}

/** The public port: the HTTP API, and /_local beside it. */
export const apiListener = ({
  issuer,
  routes,
  ...parts
}: Parts & { readonly issuer: TokenIssuer; readonly routes: readonly LocalRoute[] }): RequestListener => {
  const { state, clock, functions, machinery } = parts;
  const local = localApi({ clock, timekeeper: machinery.timekeeper, issuer, state });
  const gateway = httpGateway({ routes, functions, clock, authorize: jwtAuthorizer(issuer), onWritten: machinery.poller.nudge });
  return safely((request, response) => (request.url?.startsWith(LOCAL_PREFIX) ? local(request, response) : gateway(request, response)));
};

/** The port of the AWS services, for the SDK in the handlers. */
export const awsListener = ({ state, clock, functions, machinery, files }: Parts & { readonly files: ObjectStore }): RequestListener => {
  const { schedules, groups, invocations } = machinery;
  const services = awsEndpoint({
    scheduler: schedulerApi({ state, clock, schedules, groups }),
    invoke: invokeApi(functions, invocations),
    putEvents: (body) => putEvents(state, clock, body),
  });
  return safely((request, response) => (files.owns(request) ? files.handle(request, response) : services(request, response)));
};

/** A fault of ours ends one request, not the local cloud. A client that has gone away needs no answer. */
const safely =
  (handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>): RequestListener =>
  (request, response) => {
    handle(request, response).catch((error: unknown) => {
      if (request.destroyed && !request.complete) return;
      console.error('the local cloud failed to answer:', error);
      sendProblem(response, {
        status: 500,
        code: 'INTERNAL_ERROR',
        title: 'Internal Server Error',
        detail: 'The local cloud failed; see its output.',
      });
    });
  };
