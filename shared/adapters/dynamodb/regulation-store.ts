import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { defaultRegulation } from '../../domain/default-regulation.ts';
import type { Regulation } from '../../domain/regulation.ts';
import type { RegulationStore } from '../../ports/regulation-store.ts';
import { readRegulation } from './regulation-items.ts';

/** `premium-control` version 1 is there from the start: it comes with the code, and needs no request. */
export function regulationStore(client: DynamoDBDocumentClient, table: string): RegulationStore {
  const versions = new Map<string, Regulation>(); // immutable, so remembered for the life of the process
  const latest = new Map<string, Regulation>();
  const learn = (regulation: Regulation) => {
    versions.set(`${regulation.regulationId}#${regulation.version}`, regulation);
    if ((latest.get(regulation.regulationId)?.version ?? 0) < regulation.version) latest.set(regulation.regulationId, regulation);
  };
  learn(defaultRegulation);

  return {
    learn,
    async version(regulationId, version) {
      const known = versions.get(`${regulationId}#${version}`);
      if (known) return known;
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: { regulationId, version } }));
      if (!Item) return undefined;
      learn(readRegulation(Item));
      return readRegulation(Item);
    },
    async latestKnown(regulationId) {
      const known = latest.get(regulationId);
      if (known) return known;
      const byId = { KeyConditionExpression: 'regulationId = :id', ExpressionAttributeValues: { ':id': regulationId } };
      const { Items } = await client.send(new QueryCommand({ TableName: table, ...byId, ScanIndexForward: false, Limit: 1 }));
      const newest = Items?.[0] && readRegulation(Items[0]);
      if (newest) learn(newest);
      return newest;
    },
  };
}
