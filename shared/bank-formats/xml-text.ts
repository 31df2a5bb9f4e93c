import { StatementError } from './statement-error.ts';

const PREDEFINED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text of a document: line ends made one, the five predefined entities and character references replaced. @throws StatementError malformed */
export function unescapeXml(raw: string): string {
  if (ILLEGAL.test(raw)) throw new StatementError('malformed', 'the text has control characters');
  const text = raw.includes('\r') ? raw.replaceAll(/\r\n?/g, '\n') : raw;
  return text.includes('&') ? text.replaceAll(/&([^;&\s]*;?)/g, (_, reference: string) => resolve(reference)) : text;
}

/** ` Ccy="EUR" xmlns:x='…'` → Ccy → EUR, xmlns:x → … @throws StatementError malformed */
export function parseAttributes(raw: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  const text = raw.trimEnd();
  ATTRIBUTE.lastIndex = 0;
  while (ATTRIBUTE.lastIndex < text.length) {
    const match = ATTRIBUTE.exec(text);
    const [, name, double, single] = match ?? [];
    if (name === undefined || attributes.has(name))
      throw new StatementError('malformed', `the attributes '${text.slice(0, 40)}' can't be read`);
    attributes.set(name, unescapeXml(double ?? single ?? ''));
  }
  return attributes;
}

const ATTRIBUTE = /\s+([\p{L}_][\p{L}\p{N}_.:-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/uy;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 forbids
const ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

function resolve(reference: string): string {
  const name = reference.endsWith(';') ? reference.slice(0, -1) : '';
  const character = PREDEFINED[name] ?? characterOf(name);
  if (character === undefined) throw new StatementError('malformed', `the entity '&${reference.slice(0, 40)}' is not defined`);
  return character;
}

function characterOf(name: string): string | undefined {
  const match = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name);
  if (!match) return undefined;
  const code = match[1] === undefined ? Number(match[2]) : Number.parseInt(match[1], 16);
  if (code > 0x10_ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
  const character = String.fromCodePoint(code);
  return ILLEGAL.test(character) ? undefined : character;
}
