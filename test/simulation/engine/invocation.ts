/** What became of an invocation, for whoever waits for it. */
export type Outcome =
  | { readonly kind: 'answered'; readonly result: unknown }
  | { readonly kind: 'threw'; readonly error: unknown }
  | { readonly kind: 'crashed' }
  | { readonly kind: 'timedOut' };

/**
 * One run of a handler. It goes on in pieces: from an answer until it waits for the next. Only one piece of one invocation
 * runs at a time, so that the order of everything is decided by the timeline alone.
 */
export class Invocation {
  readonly key: string;
  readonly functionName: string;
  /** Calls made so far. */
  calls = 0;
  /** Told when it is killed in the middle. */
  onKilled: () => void = () => undefined;
  #over = false;
  #waitsFor = 0;
  #wake: (() => void) | undefined;

  constructor(functionName: string, key: string) {
    this.functionName = functionName;
    this.key = key;
  }

  /** Nobody runs it any more: it has ended, or was killed. */
  get isOver(): boolean {
    return this.#over;
  }

  end(): void {
    this.#over = true;
    this.#stir();
  }

  /** Dies in the middle: what it waits for never comes. */
  kill(): void {
    if (this.#over) return;
    this.end();
    this.onKilled();
  }

  /** It waits for one thing more. */
  park(): void {
    this.#waitsFor += 1;
    this.#stir();
  }

  /** One thing has come; what follows from it runs now. */
  unpark(): void {
    this.#waitsFor -= 1;
  }

  /**
   * Resolves when the piece that runs has come to its end. While something is outstanding a turn of the event loop is enough,
   * since all of a handler's own work is microtasks; else it is really busy (a compressor, a module being loaded) and will
   * tell.
   */
  async settled(): Promise<void> {
    while (!this.#over && this.#waitsFor === 0)
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    if (!this.#over) await new Promise<void>((resolve) => setImmediate(resolve));
  }

  #stir(): void {
    this.#wake?.();
    this.#wake = undefined;
  }
}
