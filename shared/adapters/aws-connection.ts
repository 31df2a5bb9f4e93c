import type { DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';

/**
 * How a client of any service reaches AWS. In AWS and in the local cloud the environment says it all; the simulation ends the
 * wire in memory. What makes a client safe (attempts, marshalling) is not part of it: that stays with the client.
 */
export type AwsConnection = Pick<
  DynamoDBClientConfig,
  | 'endpoint'
  | 'requestHandler'
  | 'region'
  | 'credentials'
  | 'signer'
  | 'defaultsMode'
  | 'retryMode'
  | 'useDualstackEndpoint'
  | 'useFipsEndpoint'
>;
