import { StatementError } from './statement-error.ts';

export const CSV_COLUMNS = ['paymentId', 'policyNumber', 'amount', 'currency', 'receivedOn', 'payer', 'reference'] as const;

/** camt versions follow from the namespace, which its reader meets first. */
export type Recognised = 'camt' | 'MT940' | 'MT942' | 'CSV';

/**
 * Recognises a format from how the content begins; names and Content-Types are often wrong, and a renamed PDF stays a PDF.
 * @param start the first 64 KiB as text
 * @throws StatementError empty, unsupportedFormat
 */
export function recogniseFormat(start: string): Recognised {
  const text = start.replace(/^(?:\u{feff}|ï»¿)/u, '').trimStart();
  if (text === '') throw new StatementError('empty', 'the file has no content');
  if (text.startsWith('<')) return 'camt';
  if (/^["A-Za-z, \t]*$/.test(firstLine(text)) && columnsOf(firstLine(text)) === CSV_COLUMNS.join()) return 'CSV';
  if (MT_TAG.test(text) && !text.includes('\0')) return INTERIM.test(text) && !OPENING.test(text) ? 'MT942' : 'MT940';
  throw new StatementError('unsupportedFormat', `${describe(text)} is neither camt.052/053/054, MT940/942 nor our CSV`);
}

const MT_TAG = /^:(?:20|21|25P?|28C?|34F|60[FM]|61|62[FM]|86):/m;
const OPENING = /^:60[FM]:/m;
/** Block 2 of the SWIFT envelope, floor limit, or time of the report: only the interim report has them. */
const INTERIM = /\{2:[IO]942|^:(?:34F|13D?):/m;

const firstLine = (text: string): string => /^[^\r\n]*/.exec(text)?.[0] ?? '';

const columnsOf = (line: string): string => line.replaceAll(/["\s]/g, '');

function describe(text: string): string {
  if (text.startsWith('%PDF')) return 'a PDF document';
  if (text.startsWith('PK\u0003\u0004')) return 'a ZIP archive';
  return 'the content';
}
