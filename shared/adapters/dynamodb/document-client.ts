import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { AwsConnection } from '../aws-connection.ts';

/** The SDK's own retries are on (it repeats with the same ClientRequestToken); undefined fields are simply not stored. */
export const documentClient = (aws: AwsConnection = {}): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(new DynamoDBClient(aws), { marshallOptions: { removeUndefinedValues: true } });
