import { attempt } from './attempt.ts';
import { StatementError } from './statement-error.ts';

/** One field of a SWIFT message, `:61:` and what follows up to the next; or a mark that a message is closed. */
export interface MtField {
  /** '20', '60F', '61', '86', …; '{4:' and '-}' for the brackets of the SWIFT envelope, '-' for the end without one. */
  readonly tag: string;
  readonly lines: readonly string[];
}

/** Six lines of 65 are the rule for :86:; banks exceed it, none by this much. */
const MAX_FIELD = 64 * 1024;

/**
 * Cuts MT940/942 text into fields. Lenient about what banks put around messages: SWIFT blocks, control characters, headers of
 * their own, blank lines, messages without an end. Yields what each piece of text completed. @throws StatementError tooLarge
 */
export async function* mtFields(texts: AsyncIterable<string>): AsyncGenerator<readonly MtField[]> {
  const cutter = new FieldCutter();
  let rest = '';
  for await (const text of texts) {
    const lines = (rest + text).split(/\r\n|\r|\n/); // an \r\n cut in two makes an empty line, and those don't count
    rest = lines.pop() ?? '';
    const failure = attempt(() => cutter.lines(lines, rest));
    yield cutter.take();
    if (failure) throw failure.error;
  }
  cutter.line(rest);
  cutter.finish();
  yield cutter.take();
}

class FieldCutter {
  private complete: MtField[] = [];
  private tag: string | undefined;
  private content: string[] = [];
  private size = 0;
  /** A lone ':' at the end of a line: some exports wrap even inside a tag. */
  private wrapped = '';

  /** @param begun the line after these, of which more is to come */
  lines(complete: readonly string[], begun: string): void {
    for (const line of complete) this.line(line);
    this.limit(begun.length);
  }

  line(raw: string): void {
    const line = this.wrapped + raw.replaceAll(CONTROL, '');
    this.wrapped = '';
    if (line === ':') {
      this.wrapped = line;
      return;
    }
    const field = TAG.exec(line);
    if (field) this.begin(field[1] ?? '', line.slice(field[0].length));
    else if (line.startsWith('{') && line.includes('{4:')) this.mark('{4:');
    else if (END.test(line)) this.mark(line.startsWith('-}') ? '-}' : '-');
    else if (this.tag !== undefined && line.trim() !== '') this.append(line);
  }

  finish(): void {
    if (this.tag !== undefined) this.complete.push({ tag: this.tag, lines: this.content });
    this.tag = undefined;
  }

  take(): readonly MtField[] {
    const taken = this.complete;
    this.complete = [];
    return taken;
  }

  private begin(tag: string, content: string): void {
    this.finish();
    this.tag = tag;
    this.content = [content];
    this.size = 0;
    this.limit(content.length);
    this.size = content.length;
  }

  private mark(tag: string): void {
    this.finish();
    this.complete.push({ tag, lines: [] });
  }

  private append(line: string): void {
    this.content.push(line);
    this.limit(line.length);
    this.size += line.length;
  }

  private limit(more: number): void {
    if (this.size + more > MAX_FIELD) throw new StatementError('tooLarge', `a field of more than ${MAX_FIELD} characters`);
  }
}

const TAG = /^:(\d{2}[A-Z]?|NS):/;
/** '-', '-}', '-}{5:…}', and ING's '-XXX'. SWIFT forbids a text line to begin with a dash, so '- two' is the text it looks like. */
const END = /^-(?:\}.*|XXX)?\s*$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: SOH and ETX frame the messages of some banks
const CONTROL = /[\u0001-\u0004]/g;
