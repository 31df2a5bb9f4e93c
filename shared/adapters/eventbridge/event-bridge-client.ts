import { EventBridgeClient } from '@aws-sdk/client-eventbridge';

export const eventBridgeClient = (): EventBridgeClient => new EventBridgeClient({});
