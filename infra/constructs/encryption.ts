import type { TableProps } from 'aws-cdk-lib/aws-dynamodb';
import { TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import { AnyPrincipal, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { LogGroupProps } from 'aws-cdk-lib/aws-logs';
import { BucketEncryption, type BucketProps } from 'aws-cdk-lib/aws-s3';
import { QueueEncryption, type QueueProps } from 'aws-cdk-lib/aws-sqs';
import { ArnFormat, RemovalPolicy, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { Configuration } from '../configuration/configuration.ts';

const READ = ['kms:Decrypt', 'kms:DescribeKey'];
const WRITE = ['kms:Encrypt', 'kms:GenerateDataKey', 'kms:GenerateDataKeyWithoutPlaintext', 'kms:ReEncryptFrom', 'kms:ReEncryptTo'];

/**
 * The stage's own key, rotated yearly. The alarm topic always needs it, because CloudWatch may not use the key that AWS keeps
 * for SNS; tables, queues, buckets and logs use it when the configuration says so.
 */
export class Encryption extends Construct {
  readonly key: Key;
  private readonly everywhere: boolean;

  constructor(scope: Construct, id: string, { stage, customerManagedKeys, protectData }: Configuration) {
    super(scope, id);
    this.everywhere = customerManagedKeys;
    this.key = new Key(this, 'Key', {
      alias: `alias/premium-control-${stage}`,
      description: `Premium Control ${stage}: data at rest`,
      enableKeyRotation: true,
      removalPolicy: protectData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    this.letCloudWatchPublish();
    if (customerManagedKeys) {
      this.letAccountUseThroughServices();
      this.letLogsEncrypt();
    }
  }

  get ofTables(): Pick<TableProps, 'encryption' | 'encryptionKey'> {
    if (!this.everywhere) return { encryption: TableEncryption.AWS_MANAGED };
    return { encryption: TableEncryption.CUSTOMER_MANAGED, encryptionKey: this.key };
  }

  get ofQueues(): Pick<QueueProps, 'encryption' | 'encryptionMasterKey'> {
    if (!this.everywhere) return { encryption: QueueEncryption.SQS_MANAGED };
    return { encryption: QueueEncryption.KMS, encryptionMasterKey: this.key };
  }

  get ofBuckets(): Pick<BucketProps, 'encryption' | 'encryptionKey' | 'bucketKeyEnabled'> {
    if (!this.everywhere) return { encryption: BucketEncryption.S3_MANAGED };
    return { encryption: BucketEncryption.KMS, encryptionKey: this.key, bucketKeyEnabled: true };
  }

  get ofLogs(): Pick<LogGroupProps, 'encryptionKey'> {
    return this.everywhere ? { encryptionKey: this.key } : {};
  }

  private letCloudWatchPublish(): void {
    this.allow('AlarmsReachTheTopic', 'cloudwatch.amazonaws.com', { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } });
  }

  /**
   * As the key that AWS keeps for DynamoDB does: whoever of this account may use a table, a queue or a bucket may use the key through it, and
   * not otherwise. So functions need no permission on the key, and what they may do is said in one place.
   */
  private letAccountUseThroughServices(): void {
    const { account, region } = Stack.of(this);
    this.key.addToResourcePolicy(
      new PolicyStatement({
        sid: 'ThroughTablesQueuesAndBuckets',
        principals: [new AnyPrincipal()],
        actions: [...READ, ...WRITE, 'kms:CreateGrant'],
        resources: ['*'],
        conditions: {
          StringEquals: {
            'kms:CallerAccount': account,
            'kms:ViaService': ['dynamodb', 'sqs', 's3'].map((service) => `${service}.${region}.amazonaws.com`),
          },
        },
      }),
    );
    for (const service of ['events', 'sns']) {
      this.allow(`DeadLettersOf${service}`, `${service}.amazonaws.com`, { StringEquals: { 'aws:SourceAccount': account } });
    }
  }

  private letLogsEncrypt(): void {
    const { region } = Stack.of(this);
    const groups = Stack.of(this).formatArn({
      service: 'logs',
      resource: 'log-group',
      resourceName: '*',
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    this.allow('LogGroups', `logs.${region}.amazonaws.com`, { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': groups } });
  }

  private allow(sid: string, service: string, conditions: Record<string, Record<string, string>>): void {
    const principals = [new ServicePrincipal(service)];
    this.key.addToResourcePolicy(new PolicyStatement({ sid, principals, actions: [...READ, ...WRITE], resources: ['*'], conditions }));
  }
}
