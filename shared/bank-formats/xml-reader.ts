import { StatementError } from './statement-error.ts';
import { parseAttributes, unescapeXml } from './xml-text.ts';

/** What an XML document consists of, once nothing but elements and text can be in it. */
export interface XmlHandler {
  /** `name` as written, with its prefix. */
  open(name: string, attributes: ReadonlyMap<string, string>): void;
  text(value: string): void;
  close(): void;
}

export const MAX_DEPTH = 64;

/** No tag, text or comment of a statement comes near this many characters. */
const MAX_MARKUP = 1024 * 1024;

/**
 * Reads XML as it arrives, piece by piece, and tells a handler about it. Strict where leniency would move money: tags must
 * match, an undefined entity or a stray & is an error, a DOCTYPE is refused before anything of it is looked at.
 * Our own because no library we have streams: fast-xml-parser needs a whole document, and cutting one at <Ntry> without being
 * fooled by comments, CDATA and prefixes is already all that a reader does. It also takes </b> for </a>, and leaves &#65; alone.
 * test/bank-formats/xml-reader.test.ts holds it against libxml2.
 */
export class XmlReader {
  private readonly handler: XmlHandler;
  private readonly openNames: string[] = [];
  private rootSeen = false;
  /** What has arrived of the tag, comment or text that is not complete yet. */
  private rest = '';

  constructor(handler: XmlHandler) {
    this.handler = handler;
  }

  /** @throws StatementError malformed, doctype, tooDeep, tooLarge */
  write(piece: string): void {
    const text = this.rest + piece;
    let at = 0;
    for (let next = text.indexOf('<'); next !== -1; next = text.indexOf('<', at)) {
      if (next > at) this.onText(text.slice(at, next));
      at = next;
      const end = this.readMarkup(text, next);
      if (end === INCOMPLETE) break;
      at = end;
    }
    this.rest = text.slice(at);
    if (this.rest.length > MAX_MARKUP) throw new StatementError('tooLarge', `a tag or text of more than ${MAX_MARKUP} characters`);
  }

  /** @throws StatementError truncated: the document ends before its root element does */
  end(): void {
    if (this.openNames.length > 0) throw new StatementError('truncated', `the file ends inside <${this.openNames.at(-1)}>`);
    if (this.rest.includes('<') || !this.rootSeen) throw new StatementError('truncated', 'the file ends before its first element');
    this.onText(this.rest);
  }

  /** Reads what begins with the < at `from`. @returns where it ends, or INCOMPLETE when the rest has yet to arrive */
  private readMarkup(text: string, from: number): number {
    switch (text[from + 1]) {
      case '/':
        return this.readEndTag(text, from);
      case '?':
        return after(text, '?>', from + 2);
      case '!':
        return this.readDeclaration(text, from);
      default:
        return this.readStartTag(text, from);
    }
  }

  private readStartTag(text: string, from: number): number {
    const end = startTagEnd(text, from);
    if (end === INCOMPLETE) return INCOMPLETE;
    const selfClosing = text[end - 1] === '/';
    const inside = text.slice(from + 1, selfClosing ? end - 1 : end);
    const nameEnd = inside.search(/[\s]/);
    const name = nameEnd === -1 ? inside : inside.slice(0, nameEnd);
    if (!NAME.test(name)) throw new StatementError('malformed', `<${name.slice(0, 40)}> is not an XML tag`);
    if (this.openNames.length === 0 && this.rootSeen) throw new StatementError('malformed', `<${name}> follows the end of the document`);
    this.rootSeen = true;
    if (this.openNames.length >= MAX_DEPTH) throw new StatementError('tooDeep', `elements are nested more than ${MAX_DEPTH} deep`);
    this.handler.open(name, nameEnd === -1 ? NO_ATTRIBUTES : parseAttributes(inside.slice(nameEnd)));
    if (selfClosing) this.handler.close();
    else this.openNames.push(name);
    return end + 1;
  }

  private readEndTag(text: string, from: number): number {
    const end = text.indexOf('>', from);
    if (end === -1) return INCOMPLETE;
    const name = text.slice(from + 2, end).trimEnd();
    const expected = this.openNames.pop();
    if (name !== expected)
      throw new StatementError('malformed', `</${name.slice(0, 40)}> where ${expected ? `</${expected}>` : 'nothing'} was open`);
    this.handler.close();
    return end + 1;
  }

  private readDeclaration(text: string, from: number): number {
    if (text.startsWith('<!--', from)) {
      const dashes = after(text, '--', from + 4); // which may stand in a comment only at its end
      if (dashes === INCOMPLETE || dashes === text.length) return INCOMPLETE;
      if (text[dashes] !== '>') throw new StatementError('malformed', "'--' in a comment");
      return dashes + 1;
    }
    if (text.startsWith('<![CDATA[', from)) {
      const end = after(text, ']]>', from + 9);
      if (end !== INCOMPLETE) this.onCharacters(text.slice(from + 9, end - 3));
      return end;
    }
    if (text.startsWith('<!DOCTYPE', from))
      throw new StatementError('doctype', 'a DOCTYPE can define entities: statements have none, and none is read');
    if (text.length - from < '<![CDATA['.length) return INCOMPLETE;
    throw new StatementError('malformed', `'${text.slice(from, from + 12)}' is not XML`);
  }

  private onText(raw: string): void {
    if (raw === '') return;
    if (raw.includes(']]>')) throw new StatementError('malformed', "']]>' outside of CDATA");
    this.onCharacters(unescapeXml(raw));
  }

  private onCharacters(value: string): void {
    if (this.openNames.length > 0) this.handler.text(value);
    else if (value.trim() !== '') throw new StatementError('malformed', 'there is text outside the document');
  }
}

const INCOMPLETE = -1;
const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();
const NAME = /^[\p{L}_][\p{L}\p{N}\p{M}_.·-]*(?::[\p{L}_][\p{L}\p{N}\p{M}_.·-]*)?$/u;

/** The > that ends the start tag: not one inside a quoted value. */
function startTagEnd(text: string, from: number): number {
  const end = text.indexOf('>', from);
  if (end !== -1 && !/["'<]/.test(text.slice(from + 1, end))) return end;
  WHOLE_START_TAG.lastIndex = from;
  const whole = WHOLE_START_TAG.exec(text);
  if (whole) return from + whole[0].length - 1;
  if (text.includes('<', from + 1)) throw new StatementError('malformed', `'${text.slice(from, from + 40)}' is not a tag`);
  return INCOMPLETE;
}

const WHOLE_START_TAG = /<[^<>"']*(?:(?:"[^"<]*"|'[^'<]*')[^<>"']*)*>/y;

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at === -1 ? INCOMPLETE : at + mark.length;
}
