/** What is wrong with a body, where (a JSON pointer, RFC 6901), and what to do about it. */
export interface Fault {
  readonly pointer: string;
  readonly detail: string;
}

/** Where in the body we are reading. Faults are collected, never thrown: the author gets all of them in one answer. */
export class Place {
  readonly pointer: string;
  readonly #faults: Fault[];

  constructor(faults: Fault[], pointer = '') {
    this.#faults = faults;
    this.pointer = pointer;
  }

  /** Deeper by a field or an index: '/checkpoints' at 2 → '/checkpoints/2'. */
  at(...path: readonly (string | number)[]): Place {
    return new Place(
      this.#faults,
      path.reduce<string>((pointer, step) => `${pointer}/${escaped(String(step))}`, this.pointer),
    );
  }

  report(detail: string): undefined {
    this.#faults.push({ pointer: this.pointer, detail });
  }
}

const escaped = (step: string): string => step.replaceAll('~', '~0').replaceAll('/', '~1');

const LONGEST_QUOTE = 40;

/** A value of the body as the author wrote it, shortened: a fault should show it, and not repeat a page of it. */
export function quoted(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE).toWellFormed()}…` : text;
}

/** 'A', 'A and B', 'A, B and C'. */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
