import type { Stage } from '../../../../infra/tools/redrive/dead-letter.ts';

export const STAGE: Stage = { stage: 'prod', account: '111122223333', region: 'eu-central-1' };

export const arn = (name: string): string => `arn:aws:lambda:eu-central-1:111122223333:function:premium-control-prod-${name}`;

const WAKE_UP = { policyNumber: 'CARGO-1', clientId: 'UA-1' };

/** As AWS writes them; the ids are made up. */
export const FIRING = {
  body: JSON.stringify(WAKE_UP),
  attributes: {
    ERROR_CODE: 'AWS.Lambda.ResourceNotFoundException',
    ERROR_MESSAGE: 'Function not found',
    EXECUTION_ID: 'ad06616e51cdf74a',
    EXHAUSTED_RETRY_CONDITION: 'MaximumRetryAttempts',
    IS_PAYLOAD_TRUNCATED: 'false',
    RETRY_ATTEMPTS: '3',
    SCHEDULED_TIME: '2026-12-01T07:00:00Z',
    SCHEDULE_ARN: 'arn:aws:scheduler:eu-central-1:111122223333:schedule/premium-control-prod-checkpoints/p-1',
    TARGET_ARN: arn('run-checkpoint:live'),
  },
};

export const FAILED_INVOCATION = {
  body: JSON.stringify({
    version: '1.0',
    timestamp: '2026-12-01T07:03:11.123Z',
    requestContext: {
      requestId: 'e4b46cbf-b738-xmpl-8880-a18cdf61200e',
      functionArn: arn('run-checkpoint:live'),
      condition: 'RetriesExhausted',
      approximateInvokeCount: 3,
    },
    requestPayload: WAKE_UP,
    responseContext: { statusCode: 200, executedVersion: '7', functionError: 'Unhandled' },
    responsePayload: { errorType: 'Error', errorMessage: 'no client UA-1', trace: ['Error: no client UA-1'] },
  }),
  attributes: {},
};

export const FAILED_BATCH = {
  body: JSON.stringify({
    requestContext: {
      requestId: '316aa6d0-8154-xmpl-9af7-85d5f4a6bc81',
      functionArn: arn('send-notice:live'),
      condition: 'RetryAttemptsExhausted',
      approximateInvokeCount: 11,
    },
    responseContext: { statusCode: 200, executedVersion: '7', functionError: 'Unhandled' },
    version: '1.0',
    timestamp: '2026-12-01T07:13:49.717Z',
    DDBStreamBatchInfo: {
      shardId: 'shardId-00000001573689847184-864758bb',
      startSequenceNumber: '800000000003126276362',
      endSequenceNumber: '800000000003126276362',
      approximateArrivalOfFirstRecord: '2026-12-01T07:09:09Z',
      approximateArrivalOfLastRecord: '2026-12-01T07:09:09Z',
      batchSize: 1,
      streamArn: 'arn:aws:dynamodb:eu-central-1:111122223333:table/Outbox/stream/2026-11-01T00:00:00.000',
    },
  }),
  attributes: {},
};

export const MAIL_EVENT = {
  body: JSON.stringify({ version: '0', 'detail-type': 'Email Bounced', source: 'aws.ses', detail: { eventType: 'Bounce' } }),
  attributes: {
    RULE_ARN: 'arn:aws:events:eu-central-1:111122223333:rule/mail',
    TARGET_ARN: arn('record-delivery:live'),
    ERROR_CODE: 'THROTTLING',
  },
};

export const ALARM = {
  body: JSON.stringify({
    Type: 'Notification',
    MessageId: 'dc1e94d9',
    Message: JSON.stringify({ AlarmName: 'premium-control-prod-late-checkpoints' }),
  }),
  attributes: {},
};
