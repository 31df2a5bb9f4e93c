import { SESClient } from '@aws-sdk/client-ses';
import type { AwsConnection } from '../aws-connection.ts';

/** One attempt: SES has no idempotency, and the SDK's retries repeat also what SES may have accepted. Times out before the lease ends. */
export const sesClient = (aws: AwsConnection = {}): SESClient =>
  new SESClient({ maxAttempts: 1, requestHandler: { requestTimeout: 15_000, connectionTimeout: 3_000 }, ...aws });
