import { closeSync, existsSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { Email } from 'aws-ses-v2-local/dist/store.js';
import type { Named } from './raw-message.ts';

/** As the mailbox shows it: with the tags and headers that it was sent with. */
export type ArchivedEmail = Email & { readonly tags: readonly Named[] };

/** Mails in a file, a line each, written before SES answers: what was sent stays in the mailbox, whatever happens then. */
export interface MailArchive {
  readAll(): readonly ArchivedEmail[];
  append(email: ArchivedEmail): void;
  clear(): void;
}

export const openMailArchive = (path: string): MailArchive => {
  const emails = existsSync(path) ? readLines(readFileSync(path, 'utf8')) : [];
  // written anew: a line that `kill -9` tore must not swallow the next one
  const rewritten = openSync(path, 'w');
  writeSync(rewritten, emails.map((email) => `${JSON.stringify(email)}\n`).join(''));
  closeSync(rewritten);
  const file = openSync(path, 'a');
  return {
    readAll: () => emails,
    append: (email) => writeSync(file, `${JSON.stringify(email)}\n`),
    clear: () => ftruncateSync(file),
  };
};

export const noMailArchive: MailArchive = { readAll: () => [], append: () => {}, clear: () => {} };

const readLines = (text: string): readonly ArchivedEmail[] => {
  const lines = text.split('\n');
  lines.pop(); // empty after the last line's end, else torn
  return lines.map((line) => JSON.parse(line) as ArchivedEmail);
};
