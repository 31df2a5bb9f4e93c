import { Match } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { ROUTES } from '../../functions/routes.ts';
import { templateOf } from './support/synthesized.ts';
import { textOf } from './support/text-of.ts';

const template = templateOf('prod');
const propertiesOf = (type: string) => Object.values(template.findResources(type)).map(({ Properties }) => Properties);
const [stage] = propertiesOf('AWS::ApiGatewayV2::Stage');

test('every declared route is there, and what has none goes to meta', () => {
  const keys = propertiesOf('AWS::ApiGatewayV2::Route').map(({ RouteKey }) => RouteKey);
  expect(keys.toSorted()).toEqual([...ROUTES.map(({ method, path }) => `${method} ${path}`), '$default'].toSorted());
});

test('only health, the OpenAPI document, unknown routes and the pages of signed links are open', () => {
  const open = propertiesOf('AWS::ApiGatewayV2::Route').filter(({ AuthorizationType }) => AuthorizationType !== 'JWT');
  expect(open.map(({ RouteKey }) => RouteKey).toSorted()).toEqual([
    '$default',
    'GET /health',
    'GET /openapi.json',
    'GET /tasks/{taskId}/page',
    'POST /tasks/{taskId}/page',
  ]);
});

test('the authorizer takes tokens of our pool for our two clients', () => {
  template.resourceCountIs('AWS::ApiGatewayV2::Authorizer', 1);
  const [{ AuthorizerType, JwtConfiguration }] = propertiesOf('AWS::ApiGatewayV2::Authorizer');
  expect(AuthorizerType).toBe('JWT');
  expect(textOf(JwtConfiguration.Issuer)).toBe('SignInUsers.ProviderURL');
  expect(JwtConfiguration.Audience.map(textOf)).toEqual(['SignInUsersMachine', 'SignInUsersPeople']);
});

test('the stage and every route have a limit', () => {
  expect(stage.DefaultRouteSettings).toEqual({ ThrottlingRateLimit: 200, ThrottlingBurstLimit: 400 });
  const limits = Object.entries<{ ThrottlingRateLimit: number }>(stage.RouteSettings);
  expect(limits.map(([key]) => key).toSorted()).toEqual(
    propertiesOf('AWS::ApiGatewayV2::Route')
      .map(({ RouteKey }) => RouteKey)
      .toSorted(),
  );
  expect(stage.RouteSettings['POST /payments']).toEqual({ ThrottlingRateLimit: 200, ThrottlingBurstLimit: 400 });
  expect(stage.RouteSettings['GET /policies']).toEqual({ ThrottlingRateLimit: 100, ThrottlingBurstLimit: 200 });
  expect(stage.RouteSettings['$default']).toEqual({ ThrottlingRateLimit: 20, ThrottlingBurstLimit: 40 });
});

test('limits are set after the routes are there, or AWS refuses them', () => {
  const [resource] = Object.values(template.findResources('AWS::ApiGatewayV2::Stage'));
  expect(resource?.['DependsOn']).toEqual(expect.arrayContaining(Object.keys(template.findResources('AWS::ApiGatewayV2::Route'))));
});

test('the access log says who called what, and nothing personal', () => {
  const format: Record<string, string> = JSON.parse(stage.AccessLogSettings.Format);
  expect(Object.values(format)).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/identity|path|sourceIp|userAgent|email|username|sub\b/i)]),
  );
  expect(format).toMatchObject({ route: '$context.routeKey', status: '$context.status', requestId: '$context.requestId' });
});

test('browsers may call from the configured origins only', () => {
  template.hasResourceProperties('AWS::ApiGatewayV2::Api', { CorsConfiguration: { AllowOrigins: ['https://premiums.insurer.example'] } });
});

test('the resource server has the scopes of the routes', () => {
  const scopes = [...new Set(ROUTES.map(({ scope }) => scope))].filter((scope) => scope !== null).toSorted();
  template.hasResourceProperties('AWS::Cognito::UserPoolResourceServer', {
    Identifier: 'premium-control',
    Scopes: scopes.map((ScopeName) => Match.objectLike({ ScopeName })),
  });
});

test('systems come by client credentials, people by a code without a secret', () => {
  const flows = propertiesOf('AWS::Cognito::UserPoolClient').map(({ AllowedOAuthFlows, GenerateSecret }) => [
    AllowedOAuthFlows,
    GenerateSecret,
  ]);
  expect(flows).toEqual([
    [['client_credentials'], true],
    [['code'], false],
  ]);
});

test('nobody registers himself, and a password alone lets nobody in', () => {
  template.hasResourceProperties('AWS::Cognito::UserPool', {
    AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
    MfaConfiguration: 'ON',
    EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
    DeletionProtection: 'ACTIVE',
  });
});
