/** A bank file that comes through an upload: who asked for it, and how far its import is. */
export interface Upload<State, Code> {
  readonly uploadId: string;
  readonly by: string;
  readonly createdAt: string;
  readonly contentType: string;
  readonly progress: UploadProgress<State, Code>;
}

export type UploadProgress<State, Code> =
  | { readonly status: 'waiting' }
  | { readonly status: 'importing' | 'done'; readonly state: State }
  /** The store failed; it is tried again, from there. */
  | { readonly status: 'stopped'; readonly state: State; readonly entry: number }
  /** The file can't be read whole: nothing was changed. */
  | { readonly status: 'refused'; readonly code: Code; readonly detail: string; readonly entriesRead: number };

export interface UploadStore<State, Code> {
  create(upload: Upload<State, Code>): Promise<void>;
  read(uploadId: string): Promise<Upload<State, Code> | undefined>;
  /** false: its import has ended, by another run, and that stays. */
  progress(uploadId: string, progress: UploadProgress<State, Code>): Promise<boolean>;
}

/** Where uploaded files lie. */
export interface UploadedFiles {
  /** Where to PUT the file, once, for a while. */
  placeFor(uploadId: string, contentType: string): Promise<UploadPlace>;
  /** From its beginning, as often as needed. */
  open(uploadId: string): AsyncIterable<Uint8Array>;
}

export interface UploadPlace {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly expiresInSeconds: number;
}
