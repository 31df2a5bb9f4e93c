import { assess } from './assess.ts';
import { type Assignment, classSteps, type Placement, placementOf, samePlacement } from './assignment.ts';
import { POTENTIAL_BANDS, RESULT_BANDS, type SignificanceModel } from './model.ts';
import type { ClientFacts } from './reading.ts';

/** What a draft model would do, before it is published. Plain data that grows page by page, at most 27 × 28 movements and 20 clients. */
export interface Preview {
  readonly clients: number;
  readonly unchanged: number;
  /** Of the unchanged: the score is in another band, but the draft's hysteresis holds the client where it is. */
  readonly heldByHysteresis: number;
  /** Of the moving: to a lower class, after an approval by the draft's own rule. */
  readonly awaitingApproval: number;
  readonly movements: readonly Movement[];
  readonly largest: readonly ClientMovement[];
}

/** `from` is undefined for clients that have no class yet. A cell whose class the draft changes is a movement too. */
export interface Movement {
  readonly from?: Placement;
  readonly to: Placement;
  readonly clients: number;
}

export interface ClientMovement {
  readonly clientId: string;
  readonly from?: Placement;
  readonly to: Placement;
  readonly classSteps: number;
  readonly bandSteps: number;
  /** How far both scores move together; of a client without a class, how far from zero. */
  readonly scoreHundredths: number;
}

export interface PreviewClient {
  readonly clientId: string;
  readonly facts: ClientFacts;
  readonly assignment?: Assignment;
}

export const EMPTY_PREVIEW: Preview = { clients: 0, unchanged: 0, heldByHysteresis: 0, awaitingApproval: 0, movements: [], largest: [] };

const KEPT = 20;

/**
 * The preview with a page of clients more. Each is assessed as a change of the draft alone, which counts towards no streak,
 * so a draft equal to the published model moves nobody whose facts have not changed.
 */
export function withClients(preview: Preview, draft: SignificanceModel, clients: Iterable<PreviewClient>): Preview {
  const movements = new Map(preview.movements.map((movement) => [keyOf(movement), movement]));
  let { unchanged, heldByHysteresis, awaitingApproval, largest } = preview;
  for (const client of clients) {
    const { assignment, potential, results } = assess(draft, {
      facts: client.facts,
      previous: client.assignment,
      occasion: { kind: 'change' },
    });
    const to = assignment.pendingLowering ?? placementOf(assignment);
    const from = client.assignment && placementOf(client.assignment);
    if (from && samePlacement(from, to)) {
      unchanged += 1;
      if (potential.step.because === 'held' || results.step.because === 'held') heldByHysteresis += 1;
      continue;
    }
    if (assignment.pendingLowering) awaitingApproval += 1;
    count(movements, from, to);
    largest = withCandidate(largest, clientMovement(client, to, assignment));
  }
  const sorted = [...movements.values()].sort((a, b) => b.clients - a.clients || (keyOf(a) < keyOf(b) ? -1 : 1));
  const clientCount = unchanged + sorted.reduce((total, movement) => total + movement.clients, 0);
  return { clients: clientCount, unchanged, heldByHysteresis, awaitingApproval, movements: sorted, largest };
}

const nameOf = (placement: Placement | undefined): string =>
  placement ? `${placement.potentialBand}${placement.resultBand}${placement.class}` : 'none';

const keyOf = ({ from, to }: Pick<Movement, 'from' | 'to'>): string => `${nameOf(from)}>${nameOf(to)}`;

function count(movements: Map<string, Movement>, from: Placement | undefined, to: Placement): void {
  const way = { ...(from && { from }), to };
  const key = keyOf(way);
  movements.set(key, { ...way, clients: (movements.get(key)?.clients ?? 0) + 1 });
}

function clientMovement({ clientId, assignment: before }: PreviewClient, to: Placement, after: Assignment): ClientMovement {
  const scores = before?.scoresHundredths ?? { potential: 0, results: 0 };
  const scoreHundredths =
    Math.abs(after.scoresHundredths.potential - scores.potential) + Math.abs(after.scoresHundredths.results - scores.results);
  if (!before) return { clientId, to, classSteps: 0, bandSteps: 0, scoreHundredths };
  const bandSteps =
    Math.abs(POTENTIAL_BANDS.indexOf(before.potentialBand) - POTENTIAL_BANDS.indexOf(to.potentialBand)) +
    Math.abs(RESULT_BANDS.indexOf(before.resultBand) - RESULT_BANDS.indexOf(to.resultBand));
  return { clientId, from: placementOf(before), to, classSteps: classSteps(before.class, to.class), bandSteps, scoreHundredths };
}

/** Classes crossed first, then bands, then score; the id last, so that the same clients make the same list in any order. */
function withCandidate(largest: readonly ClientMovement[], candidate: ClientMovement): readonly ClientMovement[] {
  const last = largest[KEPT - 1];
  if (last && larger(last, candidate) <= 0) return largest;
  return [...largest, candidate].sort(larger).slice(0, KEPT);
}

const larger = (a: ClientMovement, b: ClientMovement): number =>
  b.classSteps - a.classSteps ||
  b.bandSteps - a.bandSteps ||
  b.scoreHundredths - a.scoreHundredths ||
  (a.clientId < b.clientId ? -1 : a.clientId > b.clientId ? 1 : 0);
