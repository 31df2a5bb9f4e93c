/** A repeated client token answers for ten minutes, then it is new again. */
const TOKEN_LIFE_MS = 10 * 60 * 1000;

type Remembered = { readonly fingerprint: string; readonly atMs: number };

/** The ClientRequestTokens of committed transactions. */
export class TokenMemory {
  readonly #tokens: Map<string, Remembered>;

  constructor(tokens: ReadonlyMap<string, Remembered> = new Map()) {
    this.#tokens = new Map(tokens);
  }

  copy(): TokenMemory {
    return new TokenMemory(this.#tokens);
  }

  recall(token: string, { fingerprint, atMs }: Remembered): 'new' | 'replay' | 'mismatch' {
    const remembered = this.#tokens.get(token);
    if (remembered === undefined || atMs - remembered.atMs >= TOKEN_LIFE_MS) return 'new';
    return remembered.fingerprint === fingerprint ? 'replay' : 'mismatch';
  }

  remember(token: string, transaction: Remembered): void {
    this.#tokens.set(token, transaction);
  }
}
