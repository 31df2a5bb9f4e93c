/** Work that was given up after its last attempt; kept and shown, so that nothing is dropped in silence. */
export interface DeadLetter {
  readonly at: string;
  readonly functionName: string;
  readonly origin: string;
  readonly attempts: number;
  readonly error: { readonly errorType: string; readonly errorMessage: string };
  readonly payload: unknown;
}
