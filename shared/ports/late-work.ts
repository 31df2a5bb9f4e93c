import type { Intent } from './outbox.ts';

export interface LateCheckpoint {
  readonly policyNumber: string;
  readonly clientId: string;
  readonly at: string;
}

/** What should have happened already, oldest first, from sparse indexes: asking costs the same however many policies there are. */
export interface LateWork {
  checkpointsBefore(at: string, bucket: string, limit: number): Promise<readonly LateCheckpoint[]>;
  intentsBefore(at: string, bucket: string, limit: number): Promise<readonly Intent[]>;
}
