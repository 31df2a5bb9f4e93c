import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Upload, UploadStore } from '../../ports/upload-store.ts';

const keyOf = (uploadId: string) => ({ statementId: `upload#${uploadId}`, record: 'upload' });

/** Uploads in the Statements table. How far an import is, is kept as it is given: plain data. */
export function uploadStore<State, Code>(client: DynamoDBDocumentClient, table: string): UploadStore<State, Code> {
  return {
    async create(upload) {
      await client.send(new PutCommand({ TableName: table, Item: { ...keyOf(upload.uploadId), ...upload } }));
    },

    async read(uploadId) {
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: keyOf(uploadId), ConsistentRead: true }));
      if (!Item) return undefined;
      const { statementId: _, record: __, ...upload } = Item;
      return upload as unknown as Upload<State, Code>;
    },

    async progress(uploadId, progress) {
      const unlessEnded = new UpdateCommand({
        TableName: table,
        Key: keyOf(uploadId),
        UpdateExpression: 'SET progress = :progress',
        ConditionExpression: 'NOT progress.#status IN (:done, :refused)',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':progress': progress, ':done': 'done', ':refused': 'refused' },
      });
      try {
        await client.send(unlessEnded);
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      }
    },
  };
}
