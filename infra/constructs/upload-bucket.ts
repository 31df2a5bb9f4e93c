import { BlockPublicAccess, Bucket, CfnBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { Configuration } from '../configuration/configuration.ts';
import type { Encryption } from './encryption.ts';

/** Long enough to look at a file whose import went wrong; what it said is in the books, and the bank has the file. */
const KEPT_DAYS = 30;

/** Where large bank files are uploaded to: private, encrypted, over TLS only, and empty again after a while. It tells EventBridge what came. */
export class UploadBucket extends Bucket {
  /** ARN of all that is in it, without a token, so that permissions and the gate name it alike. */
  readonly objectArns: string;

  constructor(
    scope: Construct,
    id: string,
    { configuration, encryption }: { readonly configuration: Configuration; readonly encryption: Encryption },
  ) {
    const { stage, account, region, protectData } = configuration;
    const bucketName = `premium-control-${stage}-uploads-${account}-${region}`; // of all names in the world there may be one
    super(scope, id, {
      bucketName,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      lifecycleRules: [{ expiration: Duration.days(KEPT_DAYS), abortIncompleteMultipartUploadAfter: Duration.days(1) }],
      removalPolicy: protectData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      ...encryption.ofBuckets,
    });
    this.objectArns = Stack.of(this).formatArn({ service: 's3', region: '', account: '', resource: bucketName, resourceName: '*' });
    this.tellEventBridge();
    Validations.of(this).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'Each object is written once, by an address signed for it alone, and its upload is in the Statements table with who asked for it.',
    });
  }

  /** CDK's own `eventBridgeEnabled` sets this same property by a function of its own, with more permissions than all of ours. */
  private tellEventBridge(): void {
    const bucket = this.node.defaultChild;
    if (!(bucket instanceof CfnBucket)) throw new Error('a bucket is made of a CfnBucket');
    bucket.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
  }
}
