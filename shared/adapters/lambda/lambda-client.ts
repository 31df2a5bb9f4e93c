import { LambdaClient } from '@aws-sdk/client-lambda';
import type { AwsConnection } from '../aws-connection.ts';

export const lambdaClient = (aws: AwsConnection = {}): LambdaClient => new LambdaClient(aws);
