import { S3Client } from '@aws-sdk/client-s3';
import type { AwsConnection } from '../aws-connection.ts';

/** Without checksums that only the SDK asks for: whoever PUTs to a presigned address would have to compute them. */
export const s3Client = (aws: AwsConnection = {}): S3Client =>
  new S3Client({ requestChecksumCalculation: 'WHEN_REQUIRED', responseChecksumValidation: 'WHEN_REQUIRED', ...aws });
