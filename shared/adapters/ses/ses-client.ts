import { SESClient } from '@aws-sdk/client-ses';
import type { AwsConnection } from '../aws-connection.ts';

/**
 * One attempt: SES has no idempotency, and the SDK's retries repeat also what SES may have accepted. Times out before the lease ends;
 * unless it is told to throw, the SDK only warns of a request that takes too long, and waits on.
 */
export const sesClient = (aws: AwsConnection = {}): SESClient => new SESClient({ maxAttempts: 1, requestHandler: TIMEOUTS, ...aws });

const TIMEOUTS = { connectionTimeout: 3_000, requestTimeout: 15_000, throwOnRequestTimeout: true } as const;
