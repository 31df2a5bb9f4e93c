/** An asynchronous invocation that Lambda has accepted and not finished. */
export interface QueuedInvocation {
  readonly id: string;
  readonly functionName: string;
  /** JSON. */
  readonly payload: string;
  /** Who asked: a schedule's ARN, or `invoke`. */
  readonly origin: string;
  /** 1 for the first. */
  readonly attempt: number;
  readonly dueMs: number;
}
