import type { SignificanceModel } from '../domain/significance/model.ts';
import type { Preview } from '../domain/significance/preview.ts';
import type { Cursor } from './page.ts';

/** Work over all clients that outlives one invocation: where it is, and what it has found. */
export type Run = ReassessmentRun | PreviewRun;

interface RunBase {
  /** Begins with the instant it was asked for, so that runs sort by it. */
  readonly runId: string;
  readonly state: 'running' | 'done';
  readonly startedAt: string;
  /** When it got ahead last. */
  readonly touchedAt: string;
  /** Token subject, or `system`. */
  readonly by: string;
  /** Pages of clients done. */
  readonly pages: number;
  readonly cursor?: Cursor | undefined;
}

export interface ReassessmentRun extends RunBase {
  readonly kind: 'reassessment';
  readonly tally: Tally;
}

/** Of legal entities; `moved` are those whose cell or class changed. */
export interface Tally {
  readonly clients: number;
  readonly written: number;
  readonly moved: number;
  /** Could not be assessed; the log says why. */
  readonly failed: number;
}

export interface PreviewRun extends RunBase {
  readonly kind: 'preview';
  readonly draft: SignificanceModel;
  readonly preview: Preview;
}

export interface RunStore {
  /** 'exists': it was started before, by a duplicate of the same request. */
  start(run: Run): Promise<'started' | 'exists'>;
  read(kind: Run['kind'], runId: string): Promise<Run | undefined>;
  /** Records progress, on condition that nobody else got ahead of what was seen. */
  advance(seen: Run, next: Run): Promise<'advanced' | 'overtaken'>;
  latestReassessment(): Promise<Run | undefined>;
}
