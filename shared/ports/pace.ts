/** How retries are spaced: chance and waiting come from outside, so that a simulation owns them. */
export interface Pace {
  /** 0 ≤ x < 1. */
  random(): number;
  sleep(ms: number): Promise<void>;
}
