import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Language } from '../domain/regulation.ts';
import type { Message } from './notice-facts.ts';
import { oneLine } from './one-line.ts';

export interface Envelope {
  readonly from: Mailbox;
  readonly to: Mailbox;
  readonly replyTo?: Mailbox;
  /** What the Message-ID and the boundaries are made of, so that they are these notices' own, and the same every time. */
  readonly noticeIds: readonly string[];
  /** The instant the notice was written, ISO 8601. */
  readonly writtenAt: string;
  readonly language: Language;
}

export interface Mailbox {
  readonly name: string;
  readonly email: string;
}

/**
 * The message as MIME, for SES SendRawEmail. The same message and envelope give the same bytes.
 * Nothing is read from files or fetched: all content is in the message. `Auto-Submitted` (RFC 3834) keeps away automatic replies.
 */
export async function mimeOf(message: Message, envelope: Envelope): Promise<Uint8Array> {
  const { from, to, replyTo, writtenAt, language } = envelope;
  const ownId = createHash('sha256').update(envelope.noticeIds.join(' ')).digest('hex').slice(0, 32);
  const composer = new MailComposer({
    from: mailbox(from),
    to: mailbox(to),
    ...(replyTo && { replyTo: mailbox(replyTo) }),
    subject: oneLine(message.subject, LONGEST_SUBJECT),
    text: message.text,
    html: message.html,
    attachments: (message.attachments ?? []).map(({ content, ...described }) => ({ ...described, content: Buffer.from(content) })),
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
    messageId: `<${ownId}@${from.email.split('@').at(-1)}>`,
    date: new Date(writtenAt),
    boundaryPrefix: BOUNDARY_PREFIX,
    baseBoundary: ownId,
    encoding: 'quoted-printable',
    newline: 'windows', // CRLF throughout: servers that guard against smuggled messages refuse a lone LF
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

const LONGEST_SUBJECT = 400;

/** '=_' cannot occur in quoted-printable or base64 (RFC 2045, 6.7): no text from outside can end its part, even if the id is guessed. */
const BOUNDARY_PREFIX = '=_pc';

const mailbox = ({ name, email }: Mailbox) => ({ name: oneLine(name), address: oneLine(email, 320) });
