import { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Duration, Validations } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { wokenBy } from '../declared-functions.ts';
import type { ControlFunctions } from './control-functions.ts';
import type { DeadLetterQueue } from './dead-letter-queue.ts';
import type { UploadBucket } from './upload-bucket.ts';

export interface UploadedFilesProps {
  readonly bucket: UploadBucket;
  readonly functions: ControlFunctions;
  readonly deadLetters: DeadLetterQueue;
}

/** Every file that came into the bucket, handed to the functions declared for it. */
export class UploadedFiles extends Construct {
  constructor(scope: Construct, id: string, { bucket, functions, deadLetters }: UploadedFilesProps) {
    super(scope, id);
    for (const { name } of wokenBy('upload')) {
      const target = new LambdaFunction(functions.live(name), { deadLetterQueue: deadLetters, maxEventAge: Duration.hours(24) });
      const rule = new Rule(this, name, {
        description: 'A bank file was uploaded',
        eventPattern: { source: ['aws.s3'], detailType: ['Object Created'], detail: { bucket: { name: [bucket.bucketName] } } },
        targets: [target],
      });
      Validations.of(rule).acknowledge({
        id: '@aws-cdk/aws-events:ruleUnresolvedEnvironment',
        reason: 'Rule and function are of one stack; CDK only sees that the alias is known by its ARN.',
      });
    }
  }
}
