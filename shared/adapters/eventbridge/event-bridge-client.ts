import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import type { AwsConnection } from '../aws-connection.ts';

export const eventBridgeClient = (aws: AwsConnection = {}): EventBridgeClient => new EventBridgeClient(aws);
