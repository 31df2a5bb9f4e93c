import * as z from 'zod';
import type { DeclaredName } from '../../declared-functions.ts';
import { type QueuedMessage, readDeadLetter, type Stage } from './dead-letter.ts';

export interface Deps {
  readonly queue: DeadLetters;
  /** Runs the function and waits. @throws when it failed or could not be run. */
  readonly invoke: (functionName: DeclaredName, payload: object) => Promise<unknown>;
}

export interface DeadLetters {
  /** Up to ten, hidden from other readers for a while; none: the queue has no more. */
  receive(atMost: number): Promise<readonly QueuedMessage[]>;
  remove(message: QueuedMessage): Promise<void>;
  /** Back into the queue, for the next reader. */
  release(message: QueuedMessage): Promise<void>;
}

export interface Wanted {
  readonly stage: Stage;
  readonly limit: number;
  /** false: only says what would be done. */
  readonly apply: boolean;
}

export interface Line {
  readonly functionName: DeclaredName | '';
  readonly what: string;
  readonly outcome: 'replayed' | 'removed' | 'would be replayed' | 'would be removed' | 'failed again' | 'kept';
  readonly why: string;
}

/**
 * Hands each dead letter to the function that it was for, and removes it only when that went well. One after the other: what failed
 * once in a crowd should not come back as one. Everything that stays is released at the end, not before, or it would be received again.
 */
export async function redrive(deps: Deps, { stage, limit, apply }: Wanted): Promise<readonly Line[]> {
  const lines: Line[] = [];
  const staying: QueuedMessage[] = [];
  try {
    while (lines.length < limit) {
      const messages = await deps.queue.receive(Math.min(10, limit - lines.length));
      if (messages.length === 0) break;
      staying.push(...messages);
      for (const message of messages) {
        const line = await handle(deps, message, stage, apply);
        lines.push(line);
        if (isGone(line)) staying.splice(staying.indexOf(message), 1);
      }
    }
  } finally {
    for (const message of staying) await deps.queue.release(message);
  }
  return lines;
}

const isGone = ({ outcome }: Line): boolean => outcome === 'replayed' || outcome === 'removed';

async function handle(deps: Deps, message: QueuedMessage, stage: Stage, apply: boolean): Promise<Line> {
  const letter = readDeadLetter(message, stage);
  const { what } = letter;
  switch (letter.kind) {
    case 'keep':
      return { functionName: '', what, outcome: 'kept', why: letter.why };
    case 'discard':
      if (apply) await deps.queue.remove(message);
      return { functionName: '', what, outcome: apply ? 'removed' : 'would be removed', why: letter.why };
    case 'invoke': {
      const { functionName, payload } = letter;
      if (!apply) return { functionName, what, outcome: 'would be replayed', why: '' };
      const fault = await faultOf(() => deps.invoke(functionName, payload));
      if (fault !== undefined) return { functionName, what, outcome: 'failed again', why: fault };
      await deps.queue.remove(message);
      return { functionName, what, outcome: 'replayed', why: '' };
    }
  }
}

/** Functions that read the Outbox report failures in their answer instead of failing. */
const partlyFailed = z.object({ batchItemFailures: z.array(z.unknown()).min(1) });

/** Any fault keeps the letter and lets the others have their turn: this is a report, and the person who reads it decides. */
async function faultOf(invoke: () => Promise<unknown>): Promise<string | undefined> {
  try {
    return partlyFailed.safeParse(await invoke()).success ? 'it reported failures' : undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
