import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { defaultRegulation } from '../../domain/default-regulation.ts';
import type { RegulationPublisher } from '../../ports/regulation-store.ts';
import { readRegulation, regulationItem } from './regulation-items.ts';

/** Versions are immutable items; the built-in one is version 1 of its id without being stored. */
export function regulationPublisher(client: DynamoDBDocumentClient, table: string): RegulationPublisher {
  return {
    async latest(regulationId) {
      const byId = { KeyConditionExpression: 'regulationId = :id', ExpressionAttributeValues: { ':id': regulationId } };
      const newestFirst = { ScanIndexForward: false, Limit: 1, ConsistentRead: true };
      const { Items } = await client.send(new QueryCommand({ TableName: table, ...byId, ...newestFirst }));
      if (Items?.[0]) return readRegulation(Items[0]);
      return regulationId === defaultRegulation.regulationId ? defaultRegulation : undefined;
    },

    async add(regulation, recorded) {
      const isNew = 'attribute_not_exists(regulationId)';
      try {
        await client.send(new PutCommand({ TableName: table, Item: regulationItem(regulation, recorded), ConditionExpression: isNew }));
        return 'added';
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return 'taken';
        throw error;
      }
    },
  };
}
