import { Match } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { templateOf } from './support/synthesized.ts';

const template = templateOf('prod');

test('uploaded bank files are private, encrypted by our key, gone after a month', () => {
  template.hasResourceProperties('AWS::S3::Bucket', {
    PublicAccessBlockConfiguration: { BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true },
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [
        { BucketKeyEnabled: true, ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: Match.anyValue() } },
      ],
    },
    LifecycleConfiguration: { Rules: [{ ExpirationInDays: 30, Status: 'Enabled' }] },
    NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
  });
});

test('nobody reaches them without TLS', () => {
  template.hasResourceProperties('AWS::S3::BucketPolicy', {
    PolicyDocument: {
      Statement: Match.arrayWith([
        Match.objectLike({ Effect: 'Deny', Action: 's3:*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
      ]),
    },
  });
});

test('a file that came wakes the import, and a waking that failed is kept', () => {
  const rules = Object.values(template.findResources('AWS::Events::Rule')).filter(
    ({ Properties }) => Properties.EventPattern.source[0] === 'aws.s3',
  );
  expect(rules).toHaveLength(1);
  expect(rules[0]?.['Properties']).toMatchObject({
    EventPattern: { 'detail-type': ['Object Created'] },
    Targets: [{ DeadLetterConfig: { Arn: { 'Fn::GetAtt': [expect.stringMatching(/^DeadLettersuploadevents/), 'Arn'] } } }],
  });
});
