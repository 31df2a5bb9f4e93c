import { randomBytes } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';

/** As long as the output of SHA-256: RFC 2104 asks for no less. */
const KEY_BYTES = 32;

/**
 * The key that links in mail are signed with, made at its first use; of two functions that make one at once, both take the first.
 * Whoever deletes it ends all links that are out, and the next cold start makes another.
 */
export async function linkKey(client: DynamoDBDocumentClient, table: string, keyId: string): Promise<Uint8Array> {
  const known = await read(client, table, keyId);
  if (known) return known;
  const key = randomBytes(KEY_BYTES);
  try {
    const isNew = { ConditionExpression: 'attribute_not_exists(keyId)' };
    await client.send(new PutCommand({ TableName: table, Item: { keyId, key: key.toString('base64') }, ...isNew }));
    return key;
  } catch (error) {
    const others = error instanceof ConditionalCheckFailedException ? await read(client, table, keyId) : undefined;
    if (!others) throw error;
    return others;
  }
}

async function read(client: DynamoDBDocumentClient, table: string, keyId: string): Promise<Uint8Array | undefined> {
  const { Item } = await client.send(new GetCommand({ TableName: table, Key: { keyId }, ConsistentRead: true }));
  return Item && Buffer.from(String(Item['key']), 'base64');
}
