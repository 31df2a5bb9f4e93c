import type { RegulationContent } from '../domain/check-regulation.ts';
import type { Regulation } from '../domain/regulation.ts';
import type { RegulationPublisher } from '../ports/regulation-store.ts';

export interface Publishing {
  readonly regulationId: string;
  readonly content: RegulationContent;
  readonly recordedAt: string;
  readonly by: string;
}

export type Published = { readonly outcome: 'new' | 'same'; readonly regulation: Regulation };

const MOST_ATTEMPTS = 10;

/**
 * Publishes the next version of a regulation. The same content again is the same version: a retry changes nothing.
 * Two publishers at once get two versions, one after the other.
 */
export async function publishRegulation(
  store: RegulationPublisher,
  { regulationId, content, recordedAt, by }: Publishing,
): Promise<Published> {
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    const latest = await store.latest(regulationId);
    if (latest && sameContent(latest, content)) return { outcome: 'same', regulation: latest };
    const regulation: Regulation = { ...content, regulationId, version: (latest?.version ?? 0) + 1 };
    if ((await store.add(regulation, { recordedAt, by })) === 'added') return { outcome: 'new', regulation };
  }
  throw new Error(`${MOST_ATTEMPTS} others published this regulation at the same time`);
}

function sameContent({ regulationId: _id, version: _version, ...stored }: Regulation, content: RegulationContent): boolean {
  return canonical(stored) === canonical(content);
}

/** JSON with sorted fields, absent ones left out: stores may give them back in another order. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
