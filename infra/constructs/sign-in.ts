import {
  AccountRecovery,
  Mfa,
  OAuthScope,
  ResourceServerScope,
  UserPool,
  type UserPoolClient,
  type UserPoolDomain,
} from 'aws-cdk-lib/aws-cognito';
import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { ROUTES } from '../../functions/routes.ts';
import type { Configuration } from '../configuration/configuration.ts';

/** Prefix of every scope in a token: `premium-control/payments:write`. */
const RESOURCE_SERVER = 'premium-control';

/** The scopes that routes ask for. */
export const SCOPES: readonly string[] = [...new Set(ROUTES.flatMap(({ scope }) => (scope === null ? [] : [scope])))].toSorted();

/** An hour: a token that leaks is of use no longer, and a machine that asks each hour costs Cognito nothing. */
const TOKEN_LIFE = Duration.hours(1);

/**
 * Who may come in: systems by client credentials, people by a code with PKCE and a second factor. Accounts are made by the insurer,
 * nobody registers himself. Every client may ask for every scope; who may approve a relief is decided by his role, in the domain.
 */
export class SignIn extends Construct {
  readonly pool: UserPool;
  readonly machine: UserPoolClient;
  readonly people: UserPoolClient;
  readonly domain: UserPoolDomain;

  constructor(scope: Construct, id: string, configuration: Configuration) {
    super(scope, id);
    this.pool = this.userPool(configuration);
    const oAuthScopes = this.scopes();
    this.machine = this.pool.addClient('Machine', {
      generateSecret: true,
      oAuth: { flows: { clientCredentials: true }, scopes: oAuthScopes },
      accessTokenValidity: TOKEN_LIFE,
      enableTokenRevocation: true,
    });
    this.people = this.pool.addClient('People', {
      generateSecret: false, // a browser keeps no secret: PKCE proves that who redeems the code is who asked for it
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, ...oAuthScopes],
        callbackUrls: configuration.allowedOrigins.map((origin) => `${origin}/`),
        logoutUrls: configuration.allowedOrigins.map((origin) => `${origin}/`),
      },
      accessTokenValidity: TOKEN_LIFE,
      idTokenValidity: TOKEN_LIFE,
      refreshTokenValidity: Duration.hours(12), // a working day
      enableTokenRevocation: true,
      preventUserExistenceErrors: true,
    });
    // unique in the region, over all of AWS's customers
    this.domain = this.pool.addDomain('Domain', {
      cognitoDomain: { domainPrefix: `premium-control-${configuration.stage}-${configuration.account}` },
    });
  }

  private userPool({ stage, protectData }: Configuration): UserPool {
    const pool = new UserPool(this, 'Users', {
      userPoolName: `premium-control-${stage}`,
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      passwordPolicy: { minLength: 14, requireLowercase: true, requireUppercase: true, requireDigits: true, requireSymbols: true },
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      deletionProtection: protectData,
      removalPolicy: protectData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    Validations.of(pool).acknowledge({
      id: 'AwsSolutions-COG8',
      reason:
        'A few dozen participants with a mandatory second factor; the Plus tier is paid per user and adds risk scores nobody would watch.',
    });
    return pool;
  }

  private scopes(): OAuthScope[] {
    const declared = SCOPES.map((scopeName) => new ResourceServerScope({ scopeName, scopeDescription: scopeName }));
    const server = this.pool.addResourceServer('Api', { identifier: RESOURCE_SERVER, scopes: declared });
    return declared.map((scope) => OAuthScope.resourceServer(server, scope));
  }
}
