/** A page of a list. `cursor` is the store's own: handed back as it is to go on. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly cursor?: Cursor;
}

export interface PageRequest {
  /** 1–100. */
  readonly limit: number;
  readonly cursor?: Cursor;
}

export type Cursor = Readonly<Record<string, string>>;
