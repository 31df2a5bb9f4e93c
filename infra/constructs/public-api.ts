import {
  CfnStage,
  CorsHttpMethod,
  HttpApi,
  HttpMethod,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { type ApiFunction, ROUTES, type Route } from '../../functions/routes.ts';
import type { Configuration } from '../configuration/configuration.ts';
import { ACCESS_LOG_FORMAT } from './access-log-format.ts';
import type { Encryption } from './encryption.ts';
import { routeLimit } from './route-limits.ts';
import type { SignIn } from './sign-in.ts';

export interface PublicApiProps {
  readonly configuration: Configuration;
  readonly encryption: Encryption;
  readonly signIn: SignIn;
}

/** What has no route: `meta` answers 404 or 405 as problem+json, which API Gateway itself can't. */
const ELSEWHERE = { method: undefined, path: '$default', function: 'meta', scope: null } as const;

/**
 * The door: an HTTP API (TLS 1.2 or newer, requests of 10 MB at most, of which Lambda takes 6) with a JWT authorizer on every
 * route but the open ones. The authorizer checks the token, the function its scopes: infra/decisions/020.
 */
export class PublicApi extends Construct {
  readonly api: HttpApi;
  private readonly props: PublicApiProps;

  constructor(scope: Construct, id: string, props: PublicApiProps) {
    super(scope, id);
    this.props = props;
    const { stage, allowedOrigins } = props.configuration;
    this.api = new HttpApi(this, 'Api', {
      apiName: `premium-control-${stage}`,
      description: 'Clients, policies, payments, tasks',
      createDefaultStage: false,
      corsPreflight: {
        allowOrigins: [...allowedOrigins],
        allowMethods: [...new Set(ROUTES.map(({ method }) => CorsHttpMethod[method]))],
        allowHeaders: ['authorization', 'content-type', 'accept'],
        maxAge: Duration.hours(1),
      },
    });
  }

  get url(): string {
    return this.api.apiEndpoint;
  }

  /** Opens every declared route, each with its limit. Later than the API itself, because functions know its address. */
  serve(liveOf: (name: ApiFunction) => IFunction): void {
    const authorizer = this.authorizer();
    const integrations = new Map<ApiFunction, HttpLambdaIntegration>();
    const integrationOf = (name: ApiFunction) => {
      const integration = integrations.get(name) ?? new HttpLambdaIntegration(name, liveOf(name));
      integrations.set(name, integration);
      return integration;
    };
    const routes = [...ROUTES, ELSEWHERE].map((route) => {
      const routeKey = keyOf(route);
      const made = new HttpRoute(this, routeKey.key, {
        httpApi: this.api,
        routeKey,
        integration: integrationOf(route.function),
        ...(route.scope === null ? {} : { authorizer }),
      });
      if (route.scope === null) acknowledgeOpen(made);
      return { key: routeKey.key, scope: route.scope, made };
    });
    const stage = this.stage(
      Object.fromEntries(routes.map(({ key, scope }) => [key, routeLimit(scope, this.props.configuration.requestsPerSecond)])),
    );
    for (const { made } of routes) stage.node.addDependency(made); // AWS refuses a limit on a route that isn't there yet
  }

  private authorizer(): HttpJwtAuthorizer {
    const { pool, machine, people } = this.props.signIn;
    return new HttpJwtAuthorizer('Token', pool.userPoolProviderUrl, { jwtAudience: [machine.userPoolClientId, people.userPoolClientId] });
  }

  private stage(routeSettings: Readonly<Record<string, unknown>>): HttpStage {
    const { requestsPerSecond } = this.props.configuration;
    const stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: requestsPerSecond, burstLimit: 2 * requestsPerSecond },
      accessLogSettings: { destination: new LogGroupLogDestination(this.accessLog()), format: ACCESS_LOG_FORMAT },
    });
    const resource = stage.node.defaultChild;
    if (!(resource instanceof CfnStage)) throw new Error('an HttpStage is made of one CfnStage');
    resource.routeSettings = routeSettings;
    return stage;
  }

  private accessLog(): LogGroup {
    const { configuration, encryption } = this.props;
    return new LogGroup(this, 'AccessLog', {
      logGroupName: `/aws/vendedlogs/premium-control-${configuration.stage}/access`,
      retention: configuration.logRetentionDays,
      removalPolicy: configuration.protectData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      ...encryption.ofLogs,
    });
  }
}

function keyOf({ method, path }: Pick<Route, 'path' | 'method'> | typeof ELSEWHERE): HttpRouteKey {
  return method === undefined ? HttpRouteKey.DEFAULT : HttpRouteKey.with(path, HttpMethod[method]);
}

function acknowledgeOpen(route: HttpRoute): void {
  const reason =
    'Health, the OpenAPI document and "no such route" say nothing about anybody, and a monitor has no token; the page of a task asks for the signature of its link.';
  Validations.of(route).acknowledge({ id: 'AwsSolutions-APIG4', reason });
}
