import type { Client } from '../client.ts';
import type { Assignment } from './assignment.ts';

/** A client with all that the next assessment needs to know of the past. */
export interface ClassifiedClient extends Client {
  readonly significance?: HeldSignificance;
  /** Counts every write, so that whoever changes a client changes the one he saw. */
  readonly version: number;
}

export interface HeldSignificance extends Assignment {
  /** When bands or class changed last. */
  readonly assignedAt: string;
  /** The version of the model it was assessed by last. */
  readonly modelVersion: number;
}
