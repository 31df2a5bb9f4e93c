import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { sameData } from '../../domain/same-data.ts';
import { BUILT_IN_MODEL, type PublishedModel } from '../../domain/significance/published-model.ts';
import type { Clock } from '../../ports/clock.ts';
import type { ModelStore } from '../../ports/model-store.ts';
import type { Item } from './item.ts';

/** Beside the port: whoever reads something anyway can ask in the same request whether there is a newer version. */
export interface ModelWatch extends ModelStore {
  /** Where a version newer than all we know would be. */
  newerKey(): { readonly part: string; readonly record: string };
  /** What was found there. */
  learn(found: Item | undefined): Promise<void>;
}

const PART = 'model';
const keyOf = (version: number) => ({ part: PART, record: String(version).padStart(8, '0') });
const MOST_AGE_MS = 60_000;
const MOST_ATTEMPTS = 10;

/** Version 1 comes with the code and needs no request; that there is none newer is asked for at most once a minute. */
export function modelStore(client: DynamoDBDocumentClient, table: string, clock: Clock): ModelWatch {
  const versions = new Map<number, PublishedModel>();
  let latest = BUILT_IN_MODEL;
  let askedAt = Number.NEGATIVE_INFINITY;
  const remember = (published: PublishedModel): PublishedModel => {
    versions.set(published.version, published);
    if (published.version > latest.version) latest = published;
    return published;
  };
  remember(BUILT_IN_MODEL);

  async function newest(): Promise<PublishedModel> {
    const ofModel = { KeyConditionExpression: 'part = :part', ExpressionAttributeValues: { ':part': PART } };
    const one = { ScanIndexForward: false, Limit: 1, ConsistentRead: true };
    const asked = clock.now();
    const { Items } = await client.send(new QueryCommand({ TableName: table, ...ofModel, ...one }));
    if (Items?.[0]) remember(readModel(Items[0]));
    askedAt = asked;
    return latest;
  }

  return {
    newest,
    newerKey: () => keyOf(latest.version + 1),
    async learn(found) {
      if (found) await newest(); // there may be more than one that we have not heard of
      askedAt = clock.now();
    },
    latest: async () => (clock.now() - askedAt < MOST_AGE_MS ? latest : newest()),
    async version(version) {
      const known = versions.get(version);
      if (known) return known;
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: keyOf(version), ConsistentRead: true }));
      return Item && remember(readModel(Item));
    },
    async publish(model, { recordedAt, by }) {
      for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
        const inForce = await newest();
        if (sameData(inForce.model, model)) return { outcome: 'same', published: inForce };
        const version = inForce.version + 1;
        const Item = { ...keyOf(version), version, model, recordedAt, by };
        try {
          await client.send(new PutCommand({ TableName: table, Item, ConditionExpression: 'attribute_not_exists(part)' }));
          return { outcome: 'new', published: remember({ version, model }) };
        } catch (error) {
          if (!(error instanceof ConditionalCheckFailedException)) throw error; // somebody published at the same time: theirs is first
        }
      }
      throw new Error(`others published a model ${MOST_ATTEMPTS} times in a row`);
    },
  };
}

const readModel = (item: Item): PublishedModel => ({ version: Number(item['version']), model: item['model'] as PublishedModel['model'] });
