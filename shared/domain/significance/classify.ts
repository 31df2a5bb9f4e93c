import { sameData } from '../same-data.ts';
import { type Assessment, assess, type Occasion } from './assess.ts';
import { placementOf, samePlacement } from './assignment.ts';
import { type ClassEvent, type ClassRecord, whyOf } from './class-record.ts';
import type { HeldSignificance } from './classified-client.ts';
import type { PublishedModel } from './published-model.ts';
import type { ClientFacts } from './reading.ts';

export interface ClassifyQuestion {
  readonly facts: ClientFacts;
  readonly held: HeldSignificance | undefined;
  readonly occasion: Occasion;
  /** ISO instant, and who caused it. */
  readonly at: string;
  readonly by: string;
}

export interface Classified {
  readonly significance: HeldSignificance;
  /** For the history, when there is something to tell. */
  readonly record?: ClassRecord;
}

/** Assesses a client. undefined: all that is kept of him stays as it is, and nothing needs to be written. */
export function classify(published: PublishedModel, question: ClassifyQuestion): Classified | undefined {
  const { held, facts, occasion, at } = question;
  const assessment = assess(published.model, { facts, previous: held, occasion });
  const { assignment, outcome } = assessment;
  const assignedAt = held && samePlacement(held, assignment) ? held.assignedAt : at;
  const significance: HeldSignificance = { ...assignment, assignedAt, modelVersion: published.version };
  if (held && sameButForTheRun(held, significance)) return undefined;
  return outcome === 'unchanged' ? { significance } : { significance, record: recordOf({ ...question, outcome, assessment, published }) };
}

/** Which run was counted last matters only where it counted something. */
const sameButForTheRun = ({ countedRunId: _a, ...before }: HeldSignificance, { countedRunId: _b, ...after }: HeldSignificance): boolean =>
  sameData(before, after);

interface Told extends ClassifyQuestion {
  readonly outcome: ClassEvent;
  readonly assessment: Assessment;
  readonly published: PublishedModel;
}

function recordOf({ held, occasion, at, by, outcome, assessment, published }: Told): ClassRecord {
  const { assignment } = assessment;
  return {
    at,
    by,
    event: outcome,
    ...(held ? { from: placementOf(held) } : {}),
    to: placementOf(assignment),
    ...(assignment.pendingLowering ? { proposed: assignment.pendingLowering } : {}),
    modelVersion: published.version,
    occasion,
    why: whyOf(assessment),
  };
}
