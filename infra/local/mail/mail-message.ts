/** What the main thread and the mail thread tell each other. */
export interface MailThreadData {
  readonly port: number;
  /** null: mails are not kept. */
  readonly file: string | null;
  /** The movable clock's offset: mails are dated by it. */
  readonly sharedOffset: Float64Array<SharedArrayBuffer>;
}

export type MailThreadMessage =
  | { readonly kind: 'listening'; readonly port: number }
  | { readonly kind: 'failed'; readonly code: string | undefined; readonly message: string };
