import { DeleteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { IntentKey } from '../../ports/checkpoint-wake-ups.ts';

/** Deletes intents whose work is done; deleting what is gone already is no fault. */
export async function finishIntents(client: DynamoDBDocumentClient, outbox: string, done: readonly IntentKey[]): Promise<void> {
  for (const { bucket, intent } of done) await client.send(new DeleteCommand({ TableName: outbox, Key: { bucket, intent } }));
}
