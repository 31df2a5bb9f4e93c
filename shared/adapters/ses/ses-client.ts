import { SESClient } from '@aws-sdk/client-ses';

/** One attempt: SES has no idempotency, and the SDK's retries repeat also what SES may have accepted. Times out before the lease ends. */
export const sesClient = (): SESClient => new SESClient({ maxAttempts: 1, requestHandler: { requestTimeout: 15_000, connectionTimeout: 3_000 } });
