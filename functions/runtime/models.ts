import { type ModelWatch, modelStore } from '../../shared/adapters/dynamodb/model-store.ts';
import { dynamoDb } from './dynamodb.ts';
import { environment } from './environment.ts';
import type { System } from './system.ts';

const known = new WeakMap<ReturnType<typeof dynamoDb>, ModelWatch>();

/** What a process knows of the significance model: one memory for all who ask the same database. */
export function significanceModels({ aws, clock }: Pick<System, 'aws' | 'clock'>): ModelWatch {
  const client = dynamoDb(aws);
  const models = known.get(client) ?? modelStore(client, environment().tables.Significance, clock);
  known.set(client, models);
  return models;
}
