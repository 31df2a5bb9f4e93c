/** A checkpoint to wake for. */
export interface WakeUp {
  readonly policyNumber: string;
  readonly clientId: string;
  readonly generation: number;
  /** Epoch ms. */
  readonly at: number;
}

/** An intent of the Outbox that asks to look at a policy now; deleted with the work it caused. */
export interface Wake {
  readonly policyNumber: string;
  readonly clientId: string;
  readonly intent: IntentKey;
}

export interface IntentKey {
  readonly bucket: string;
  readonly intent: string;
}

export interface CheckpointWakeUps {
  /**
   * Makes sure that a policy is woken at its next checkpoint: one schedule per generation, created, never updated;
   * a conflict means it is armed already. A time that has passed is invoked directly.
   */
  ensure(wakeUp: WakeUp): Promise<void>;
}

export interface CheckpointRunner {
  /** Runs a policy's checkpoints now and waits for it. false: it failed, and the wake in the Outbox will heal it. */
  runNow(wake: Wake): Promise<boolean>;
}
