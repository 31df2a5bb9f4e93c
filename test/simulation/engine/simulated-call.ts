import type { AwsCall } from '../../support/simulated-aws/wire/aws-call.ts';

/** Reading an uploaded file: all that functions themselves ask of S3. */
export interface FileCall {
  readonly service: 's3';
  readonly operation: 'GetObject';
  readonly fileId: string;
}

export type SimulatedCall = AwsCall | FileCall;

/** One word for a call, to trace it by: `dynamodb:TransactWriteItems`. */
export const nameOf = ({ service, operation }: SimulatedCall): string => `${service}:${operation}`;
