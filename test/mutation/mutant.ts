/** A guard taken out: what must not be possible to do unnoticed. */
export interface Mutant {
  readonly id: string;
  /** What it protects; in brackets the number of the invariant of the design, where it is one of those. */
  readonly guards: string;
  /** From the root of the checkout. */
  readonly file: string;
  /** The source as it stands, word for word; it occurs once in the file. */
  readonly find: string;
  /** Must load, and run without the guard: a module that does not even load proves nothing of the tests. */
  readonly replace: string;
  readonly killedBy: Killers;
  /** One of the ten real bugs that the smoke seeds of the simulation must find by themselves. */
  readonly smoke?: true;
}

/** Who must notice: test files, the cheapest that do, or the simulation, seed after seed until one breaks. */
export type Killers = readonly string[] | 'simulation';
