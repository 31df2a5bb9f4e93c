import type { Client } from '../domain/client.ts';
import { Refusal } from '../domain/refusal.ts';
import { sameData } from '../domain/same-data.ts';
import { placementOf } from '../domain/significance/assignment.ts';
import type { ClassRecord } from '../domain/significance/class-record.ts';
import type { ClassifiedClient } from '../domain/significance/classified-client.ts';
import { classify } from '../domain/significance/classify.ts';
import { unreadable } from '../domain/significance/reading.ts';
import { portfolioResults } from '../domain/significance/results.ts';
import { localDateAt, timestamp } from '../domain/zone.ts';
import type { ClientRegistry } from '../ports/client-registry.ts';
import type { Clock } from '../ports/clock.ts';
import type { Pace } from '../ports/pace.ts';
import { type ChangeDeps, clientChange, modelFor } from './client-change.ts';
import { type PortfolioDeps, resultsOfClient } from './results-of-client.ts';

export interface Deps extends ChangeDeps, PortfolioDeps {
  readonly clients: Pick<ClientRegistry, 'read' | 'write'>;
  readonly clock: Clock;
  readonly pace: Pace;
}

export type ClientFacts = Omit<Client, 'significance'>;

export interface PutClient {
  readonly outcome: 'created' | 'updated';
  readonly client: ClassifiedClient;
}

/** Writers of one client at once: each round one of them is through. */
const MOST_ATTEMPTS = 20;

/**
 * Writes the facts of a client, whole; a legal entity whose potential changed is assessed in the same transaction.
 * Safe to repeat: the same facts again change nothing. Benign race: two writers at once; the last one's facts stand.
 * @throws Refusal: an indicator that the model scores is a text or a flag.
 */
export async function putClient(deps: Deps, facts: ClientFacts, by: string): Promise<PutClient> {
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    const seen = await deps.clients.read(facts.clientId);
    if (seen && isKnown(seen, facts)) return { outcome: 'updated', client: seen };
    const at = timestamp(deps.clock.now());
    const state = await nextState(deps, { seen, facts, at, by });
    const change = await clientChange(deps, { seen, at, ...state });
    if ((await deps.clients.write(change)) === 'written') return { outcome: seen ? 'updated' : 'created', client: state.client };
    await deps.pace.sleep(deps.pace.random() * 20 * attempt);
  }
  throw new Error(`a client was written by others ${MOST_ATTEMPTS} times in a row`);
}

interface Telling {
  readonly seen: ClassifiedClient | undefined;
  readonly facts: ClientFacts;
  readonly at: string;
  readonly by: string;
}

interface NextState {
  readonly client: ClassifiedClient;
  readonly record?: ClassRecord;
}

const isKnown = ({ significance, version: _, ...known }: ClassifiedClient, facts: ClientFacts): boolean =>
  sameData(known, facts) && (facts.kind === 'individual' || significance !== undefined);

async function nextState(deps: Deps, telling: Telling): Promise<NextState> {
  const { seen, facts } = telling;
  if (facts.kind === 'individual') return asIndividual(telling);
  const held = seen?.significance;
  if (!held || !sameData(seen.potential, facts.potential)) return assessed(deps, telling);
  return { client: { ...facts, significance: held, version: seen.version + 1 } };
}

/** Individuals have no class; who was a legal entity before loses his. */
function asIndividual({ seen, facts, at, by }: Telling): NextState {
  const client = { ...facts, version: (seen?.version ?? 0) + 1 };
  const held = seen?.significance;
  return held ? { client, record: { at, by, event: 'left', from: placementOf(held), modelVersion: held.modelVersion } } : { client };
}

async function assessed(deps: Deps, { seen, facts, at, by }: Telling): Promise<NextState> {
  const held = seen?.significance;
  const today = localDateAt(deps.clock.now(), facts.timeZone);
  const published = await modelFor(deps.models, held);
  const [unread] = unreadable(published.model, facts.potential);
  if (unread !== undefined)
    throw new Refusal('INDICATOR_UNREADABLE', 'the significance model scores it: must be a number or money', `/potential/${unread}`);
  const results = seen ? await resultsOfClient(deps, facts.clientId, today) : portfolioResults([], today);
  const question = { facts: { given: facts.potential, results }, held, occasion: { kind: 'change' } as const, at, by };
  const classified = classify(published, question);
  const significance = classified?.significance ?? held;
  const client = { ...facts, ...(significance ? { significance } : {}), version: (seen?.version ?? 0) + 1 };
  return { client, ...(classified?.record ? { record: classified.record } : {}) };
}
