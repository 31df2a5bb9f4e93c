/** What the main thread and the mail thread tell each other. */
export interface MailThreadData {
  readonly port: number;
  /** null: mails are not kept. */
  readonly file: string | null;
  /** The movable clock's offset: mails are dated by it. */
  readonly sharedOffset: Float64Array<SharedArrayBuffer>;
}

/** A mail that SES has taken. */
export interface AcceptedMail {
  readonly messageId: string;
  readonly to: readonly string[];
  readonly tags: Readonly<Record<string, readonly string[]>>;
  readonly at: string;
}

export type MailThreadMessage =
  | { readonly kind: 'accepted'; readonly mail: AcceptedMail }
  | { readonly kind: 'listening'; readonly port: number }
  | { readonly kind: 'failed'; readonly code: string | undefined; readonly message: string };
