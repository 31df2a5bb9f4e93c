import { Validations } from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';
import type { DeclaredFunction } from '../declared-functions.ts';
import type { Reach } from './permissions.ts';

const TRACING = 'X-Ray has no resources to narrow its two actions to; everything else a function may do names its resource.';
const UPLOADS = 'Uploaded files have names of their own; the bucket is the narrowest that can be named before.';
const SCHEDULES = 'Schedules are made at run time, one a policy and generation; the group is the narrowest that can be named before.';

/** Says to the gate why the few wildcards of a function's role are there. Another one is a finding. */
export function acknowledgeWildcards(made: IConstruct, { declaration }: DeclaredFunction, reach: Reach): void {
  Validations.of(made).acknowledge(
    { id: 'AwsSolutions-IAM5[Resource::*]', reason: TRACING },
    { id: 'Serverless-LambdaStarPermissions', reason: TRACING },
  );
  if (declaration.trigger.kind === 'upload' || declaration.uses?.includes('uploads'))
    Validations.of(made).acknowledge({ id: `AwsSolutions-IAM5[Resource::${reach.uploads}]`, reason: UPLOADS });
  if (!declaration.uses?.includes('schedule')) return;
  Validations.of(made).acknowledge({ id: `AwsSolutions-IAM5[Resource::${reach.checkpointSchedules}]`, reason: SCHEDULES });
}
