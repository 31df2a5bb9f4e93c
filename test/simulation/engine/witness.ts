import type { Published } from '../../support/simulated-aws/eventbridge/memory-bus.ts';
import type { Acceptance } from '../../support/simulated-aws/ses/memory-ses.ts';
import type { ApiAnswer, ApiRequest } from './caller.ts';
import type { Change } from './change-feed.ts';
import type { GivenUp } from './dead-letters.ts';
import type { Outcome } from './invocation.ts';
import type { Metric } from './metric.ts';

/** Who looks on. Told of everything in the moment it happens. */
export interface Witness {
  onCommit(changes: readonly Change[]): void;
  onAsked(request: ApiRequest): void;
  /** `isUndisturbed`: nothing was written while the request was on its way. */
  onAnswer(answer: ApiAnswer, isUndisturbed: boolean): void;
  onAccepted(acceptance: Acceptance): void;
  /** A file is in the bucket. */
  onUploaded(uploadId: string): void;
  onPublished(published: Published): void;
  onRan(functionName: string, outcome: Outcome, key: string): void;
  onGivenUp(givenUp: GivenUp): void;
  onReplayed(key: string): void;
  /** `runsSince`: epoch ms, when the invocation began that reports it. */
  onMetric(metric: Metric, runsSince: number): void;
}
