import { sameData } from '../domain/same-data.ts';
import type { ClassifiedClient, HeldSignificance } from '../domain/significance/classified-client.ts';
import type { PublishedModel } from '../domain/significance/published-model.ts';
import type { ClientChange } from '../ports/client-registry.ts';
import type { Ids } from '../ports/ids.ts';
import type { ModelStore } from '../ports/model-store.ts';
import type { Intent } from '../ports/outbox.ts';
import { clientEventIntent, reclassifyIntent } from './client-intents.ts';

export interface ChangeDeps {
  readonly models: ModelStore;
  readonly ids: Ids;
}

export interface NewState extends Pick<ClientChange, 'seen' | 'client' | 'record'> {
  readonly at: string;
}

/**
 * All that one transaction writes of a client. Who was stored before and is served or reached otherwise from now on has his open
 * policies run again: warnings that came back go out to the new address. A new client has none, and nobody needs to be told of his first class.
 */
export async function clientChange(deps: ChangeDeps, { at, ...state }: NewState): Promise<ClientChange> {
  const { seen, client, record } = state;
  if (!seen) return { ...state, intents: [] };
  const leaving = () => ({ clientId: client.clientId, at, id: deps.ids.next() });
  const intents: Intent[] = [];
  if (seen.significance?.class !== client.significance?.class)
    intents.push(clientEventIntent({ ...leaving(), type: 'ClassChanged', detail: classDetail(seen, client) }));
  if (isReachedOtherwise(seen, client) || (await isServedOtherwise(deps.models, seen.significance, client.significance)))
    intents.push(reclassifyIntent(leaving()));
  if (record?.event === 'loweringProposed' && record.proposed) {
    const { class: proposed } = record.proposed;
    intents.push(clientEventIntent({ ...leaving(), type: 'ClassLoweringProposed', detail: { ...classDetail(seen, client), proposed } }));
  }
  return { ...state, intents };
}

/** 'none' for a client without a class. */
const classDetail = (seen: ClassifiedClient, client: ClassifiedClient) => ({
  from: seen.significance?.class ?? 'none',
  to: client.significance?.class ?? 'none',
  modelVersion: (client.significance ?? seen.significance)?.modelVersion ?? 0,
});

const isReachedOtherwise = (before: ClassifiedClient, after: ClassifiedClient): boolean =>
  before.email.toLowerCase() !== after.email.toLowerCase();

/**
 * By another class, or by other conditions for the same class since: also of a version between, by which his policies may have been
 * decided on though he was never assessed by it.
 */
async function isServedOtherwise(
  models: ModelStore,
  before: HeldSignificance | undefined,
  after: HeldSignificance | undefined,
): Promise<boolean> {
  if (before?.class !== after?.class) return true;
  if (!before || !after || before.modelVersion >= after.modelVersion) return false;
  const since = Array.from({ length: after.modelVersion - before.modelVersion }, (_, index) => before.modelVersion + 1 + index);
  const [old, ...others] = await Promise.all([before.modelVersion, ...since].map((version) => models.version(version)));
  return others.some((other) => !sameData(old?.model.conditions[before.class], other?.model.conditions[after.class]));
}

/** The model in force. A client who was assessed by a newer version than this process has heard of tells us of it. */
export async function modelFor(models: ModelStore, held: HeldSignificance | undefined): Promise<PublishedModel> {
  const latest = await models.latest();
  if (!held || held.modelVersion <= latest.version) return latest;
  return (await models.version(held.modelVersion)) ?? latest;
}
