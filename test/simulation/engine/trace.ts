import { createHash } from 'node:crypto';

/** What happened, line by line. Its digest tells two runs apart; its end tells a person how it came to what went wrong. */
export class Trace {
  readonly #now: () => number;
  readonly #digest = createHash('sha256');
  readonly #lines: string[] = [];
  readonly #most: number;

  constructor(now: () => number, most: number) {
    this.#now = now;
    this.#most = most;
  }

  note(what: string): void {
    const line = `${new Date(this.#now()).toISOString()} ${what}`;
    this.#digest.update(line);
    this.#lines.push(line);
    if (this.#lines.length > 2 * this.#most) this.#lines.splice(0, this.#most);
  }

  /** The last lines. */
  lines(): readonly string[] {
    return this.#lines.slice(-this.#most);
  }

  digest(): string {
    return this.#digest.copy().digest('hex').slice(0, 16);
  }
}
