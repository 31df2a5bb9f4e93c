import { ArnFormat, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { FunctionName } from '../declaration/functions.ts';

/** What everybody invokes: callers keep their permission while versions come and go. */
export const ALIAS = 'live';

export const functionName = (stage: string, name: FunctionName): string => `premium-control-${stage}-${name}`;

/**
 * The alias's ARN from its name alone. Functions invoke each other, and run-checkpoint itself: references between them would be
 * a circle that CloudFormation can't create.
 */
export const aliasArn = (scope: Construct, stage: string, name: FunctionName): string =>
  Stack.of(scope).formatArn({
    service: 'lambda',
    resource: 'function',
    resourceName: `${functionName(stage, name)}:${ALIAS}`,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
