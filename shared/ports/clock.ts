/** The time. Domain and use cases know no other. */
export interface Clock {
  /** Epoch ms. */
  now(): number;
}
