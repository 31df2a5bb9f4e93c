import { cleanFacts } from './clean-facts.ts';
import { dueDateIcs } from './due-date-ics.ts';
import { letterAsHtml } from './letter-as-html.ts';
import { letterAsText } from './letter-as-text.ts';
import type { Attachment, Message, NoticeFacts } from './notice-facts.ts';
import { asksToPay } from './owed.ts';
import { type PaymentCode, paymentCodes } from './payment-code/payment-codes.ts';
import { writeLetter } from './write-letter.ts';

/**
 * The message that says the facts, in the recipient's language. Pure: the same facts give the same message, byte for byte.
 * The subject is one line without control characters; whatever came from outside is escaped in the HTML.
 */
export function composeMessage(given: NoticeFacts): Message {
  const facts = cleanFacts(given);
  const codes = asksToPay(facts) ? paymentCodes(facts) : [];
  const letter = writeLetter(facts, codes);
  const attachments = attachmentsOf(facts, codes);
  return {
    subject: letter.subject,
    text: letterAsText(letter),
    html: letterAsHtml(letter),
    ...(attachments.length > 0 && { attachments }),
  };
}

function attachmentsOf(facts: NoticeFacts, codes: readonly PaymentCode[]): readonly Attachment[] {
  const pictures = codes.map(({ picture }) => picture);
  if (facts.calendarStampedAt === undefined) return pictures;
  const content = Buffer.from(dueDateIcs(facts, facts.calendarStampedAt), 'utf8');
  return [...pictures, { filename: 'due-date.ics', contentType: 'text/calendar; charset=utf-8; method=PUBLISH', content }];
}
