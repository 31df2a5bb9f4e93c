import type { Language } from '../domain/regulation.ts';

/** A message ready to leave. */
export interface Mail {
  /** The notices that leave in it, MOST_IN_ONE_MESSAGE at most: SES's events find them by these. */
  readonly noticeIds: readonly string[];
  readonly to: { readonly name: string; readonly email: string };
  readonly replyTo?: { readonly name: string; readonly email: string };
  /** When the notice was written, ISO 8601. */
  readonly writtenAt: string;
  readonly language: Language;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments?: readonly MailAttachment[];
}

export interface MailAttachment {
  readonly filename: string;
  readonly contentType: string;
  readonly content: Uint8Array;
  /** Shown within the HTML by this content id. */
  readonly cid?: string;
}

/** SES has no idempotency: what is not known to be refused may have been accepted. */
export type MailOutcome =
  | { readonly outcome: 'accepted'; readonly messageId: string }
  | { readonly outcome: 'throttled' }
  | { readonly outcome: 'refused'; readonly reason: string }
  | { readonly outcome: 'unknown'; readonly reason: string };

export interface Mailer {
  send(mail: Mail): Promise<MailOutcome>;
}
