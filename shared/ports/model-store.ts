import type { SignificanceModel } from '../domain/significance/model.ts';
import type { PublishedModel } from '../domain/significance/published-model.ts';
import type { Recording } from './payment-ledger.ts';

/** Versions of the significance model. A version never changes, so it is read once and remembered. */
export interface ModelStore {
  /** The version in force, as it was known at most a minute ago. */
  latest(): Promise<PublishedModel>;
  version(version: number): Promise<PublishedModel | undefined>;
  /** The version in force, at this moment. */
  newest(): Promise<PublishedModel>;
  /** Puts a model in force as the next version; 'same': it is in force already. */
  publish(model: SignificanceModel, recording: Recording): Promise<Publication>;
}

export interface Publication {
  readonly outcome: 'new' | 'same';
  readonly published: PublishedModel;
}
