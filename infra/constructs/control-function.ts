import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  type Alias,
  Architecture,
  CfnEventInvokeConfig,
  type Code,
  type IFunction,
  Function as LambdaFunction,
  RecursiveLoop,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { Configuration } from '../configuration/configuration.ts';
import { type DeclaredFunction, isInvokedAsynchronously } from '../declared-functions.ts';
import type { DeadLetterQueue } from './dead-letter-queue.ts';
import type { Encryption } from './encryption.ts';
import { ALIAS, functionName } from './function-arn.ts';

export interface ControlFunctionProps {
  readonly fn: DeclaredFunction;
  readonly code: Code;
  readonly environment: Readonly<Record<string, string>>;
  readonly permissions: readonly PolicyStatement[];
  readonly configuration: Configuration;
  readonly encryption: Encryption;
  readonly failedInvocations: DeadLetterQueue;
}

/** What every function has in common. */
const DEFAULTS = {
  runtime: Runtime.NODEJS_24_X,
  architecture: Architecture.ARM_64, // a fifth cheaper a millisecond than x86
  memorySize: 512, // start-up has the full processor at any size; after it our work is waiting for DynamoDB
  handler: 'index.handler',
  tracing: Tracing.ACTIVE,
} as const;

/**
 * API Gateway gives up after 30 s: we end before it, so that the caller gets our problem+json. What recurs may take until it
 * comes again, and an uploaded file as long as Lambda lets it (15 minutes); a batch of the Outbox or a checkpoint, a minute.
 */
function timeoutOf({ trigger }: DeclaredFunction['declaration']): Duration {
  if (trigger.kind === 'api') return Duration.seconds(29);
  if (trigger.kind === 'upload') return Duration.minutes(15);
  return Duration.minutes(trigger.kind === 'recurring' ? Math.min(trigger.rateMinutes, 15) : 1);
}

/** What invokes itself to go on with a long run: Lambda takes 16 links of such a chain for a mistake, and drops the next in silence. */
const goesOnByItself = ({ name, declaration }: DeclaredFunction): boolean => declaration.invokes?.includes(name) ?? false;

/** One declared function: its code, its log group, a role of its own, and the alias that everybody calls. */
export class ControlFunction extends Construct {
  /** The alias as callers know it: by its ARN, with nothing on it to change. */
  readonly live: IFunction;

  constructor(scope: Construct, id: string, props: ControlFunctionProps) {
    super(scope, id);
    const { fn, configuration, code, environment } = props;
    const name = functionName(configuration.stage, fn.name);
    const logGroup = this.logGroup(`/aws/lambda/${name}`, props);
    const lambda = new LambdaFunction(this, 'Function', {
      ...DEFAULTS,
      functionName: name,
      description: fn.declaration.description,
      code,
      environment: { ...environment },
      timeout: timeoutOf(fn.declaration),
      logGroup,
      recursiveLoop: goesOnByItself(fn) ? RecursiveLoop.ALLOW : RecursiveLoop.TERMINATE,
      // CDK can add nothing to it: what is not in permissions.ts is not allowed
      role: this.role(name, [...props.permissions, writeTo(logGroup)]).withoutPolicyUpdates(),
    });
    const alias = lambda.addAlias(ALIAS);
    this.live = LambdaFunction.fromFunctionAttributes(this, 'Live', { functionArn: alias.functionArn, sameEnvironment: true });
    if (isInvokedAsynchronously(fn)) this.keepFailures(alias, props.failedInvocations);
    Validations.of(this).acknowledge({
      id: 'Serverless-LambdaDLQ',
      reason: 'A failure destination says more than a DLQ (request, error, stack), and stands where calls are asynchronous.',
    });
  }

  private logGroup(logGroupName: string, { configuration, encryption }: ControlFunctionProps): LogGroup {
    return new LogGroup(this, 'Logs', {
      logGroupName,
      retention: configuration.logRetentionDays,
      removalPolicy: configuration.protectData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      ...encryption.ofLogs,
    });
  }

  private role(name: string, statements: readonly PolicyStatement[]): Role {
    return new Role(this, 'Role', {
      description: `What ${name} may do`,
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      inlinePolicies: { Declared: new PolicyDocument({ statements: [...statements] }) },
    });
  }

  /** Two more attempts, then the queue. On the alias, because that is what is called. */
  private keepFailures(alias: Alias, failures: DeadLetterQueue): void {
    const afterFailure = new CfnEventInvokeConfig(this, 'AfterFailure', {
      functionName: alias.lambda.functionName,
      qualifier: alias.aliasName,
      maximumRetryAttempts: 2,
      maximumEventAgeInSeconds: Duration.hours(6).toSeconds(),
      destinationConfig: { onFailure: { destination: failures.queueArn } },
    });
    afterFailure.node.addDependency(alias); // it names the alias, which CloudFormation doesn't take for a reference
  }
}

/** Of a log group the ARN itself ends in `:*`, its streams. */
const writeTo = (logGroup: LogGroup): PolicyStatement =>
  new PolicyStatement({ actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [logGroup.logGroupArn] });
