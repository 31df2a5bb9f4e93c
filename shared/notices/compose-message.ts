import { letterAsHtml } from './letter-as-html.ts';
import { letterAsText } from './letter-as-text.ts';
import type { Message, NoticeFacts } from './notice-facts.ts';
import { writeLetter } from './write-letter.ts';

/**
 * The message that says the facts, in the recipient's language. Pure: the same facts give the same message.
 * The subject is one line without control characters; whatever came from outside is escaped in the HTML.
 */
export function composeMessage(facts: NoticeFacts): Message {
  const letter = writeLetter(facts);
  return { subject: letter.subject, text: letterAsText(letter), html: letterAsHtml(letter) };
}
