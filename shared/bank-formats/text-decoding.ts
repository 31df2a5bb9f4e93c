import { isAscii } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { guessCodePage } from './legacy-code-page.ts';
import { StatementError } from './statement-error.ts';

/** So much text (16 blocks of 64 KiB, from the first that is not plain ASCII) is looked at before an encoding is chosen. */
const WINDOW_BLOCKS = 16;

/**
 * Decodes MT940 and CSV, which do not say their encoding. The rule, first match wins:
 *  1. a byte order mark: UTF-8 or UTF-16;
 *  2. the text is valid UTF-8 (no other encoding looks so by chance, beyond a letter or two);
 *  3. the charset of the Content-Type;
 *  4. a guess among Windows-1251, -1250 and -1252 (of which Latin-1 is a part), see guessCodePage.
 * ASCII is the same in all of them, so nothing needs choosing before the first other byte. Bounded: the window is 1 MiB.
 * @throws StatementError encoding
 */
export async function* decodeText(blocks: AsyncGenerator<Uint8Array>, charset: string | undefined): AsyncGenerator<string> {
  const foreign = yield* plainAscii(blocks);
  if (!foreign) return;
  const window = [foreign.block, ...(await take(blocks, WINDOW_BLOCKS - 1))];
  const decoder = (foreign.isFirst && decoderByMark(foreign.block)) || chooseDecoder(window, charset);
  for (const block of window) yield decode(decoder, block);
  for await (const block of blocks) yield decode(decoder, block);
  yield decode(decoder);
}

interface ForeignBlock {
  readonly block: Uint8Array;
  /** Only the first block of a file can begin with a byte order mark; later the same bytes are letters. */
  readonly isFirst: boolean;
}

/** Yields blocks as text while they are ASCII. @returns the first one that isn't */
async function* plainAscii(blocks: AsyncGenerator<Uint8Array>): AsyncGenerator<string, ForeignBlock | undefined> {
  let isFirst = true;
  for (let next = await blocks.next(); !next.done; next = await blocks.next()) {
    if (!isAscii(next.value)) return { block: next.value, isFirst };
    yield latin1(next.value);
    isFirst = false;
  }
  return undefined;
}

async function take(blocks: AsyncGenerator<Uint8Array>, count: number): Promise<readonly Uint8Array[]> {
  const taken: Uint8Array[] = [];
  while (taken.length < count) {
    const next = await blocks.next();
    if (next.done) break;
    taken.push(next.value);
  }
  return taken;
}

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');

/**
 * Decodes XML by what it declares (a byte order mark, then `encoding="…"`, else UTF-8): a file that breaks its own
 * declaration is refused, not guessed.
 * @throws StatementError encoding
 */
export async function* decodeXml(blocks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  for await (const block of blocks) {
    decoder ??= decoderByMark(block) ?? newDecoder(declaredEncoding(block));
    yield decode(decoder, block);
  }
  if (decoder) yield decode(decoder);
}

/** The first bytes as text, good enough to recognise a format by: its marks are ASCII in every encoding we read. */
export function peekText(head: Uint8Array): string {
  const mark = encodingByMark(head);
  return mark ? new TextDecoder(mark).decode(head, { stream: true }) : latin1(head);
}

function declaredEncoding(head: Uint8Array): string {
  const start = latin1(head.subarray(0, 256));
  const declared = /^\s*<\?xml[^>]*?\bencoding\s*=\s*["']([\w.-]+)["']/.exec(start)?.[1] ?? 'utf-8';
  if (/^utf-?16/i.test(declared)) throw new StatementError('encoding', `the file declares ${declared} but has no byte order mark`);
  return declared;
}

function chooseDecoder(window: readonly Uint8Array[], charset: string | undefined): TextDecoder {
  if (isUtf8Start(window)) return newDecoder('utf-8');
  return newDecoder(charset ?? guessCodePage(window));
}

function isUtf8Start(window: readonly Uint8Array[]): boolean {
  const decoder = newDecoder('utf-8');
  try {
    for (const block of window) decoder.decode(block, { stream: true });
    return window.length === WINDOW_BLOCKS || decoder.decode() === ''; // the end of the window may cut a letter, the end of the file may not
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

const decoderByMark = (block: Uint8Array): TextDecoder | undefined => {
  const encoding = encodingByMark(block);
  return encoding === undefined ? undefined : newDecoder(encoding);
};

function encodingByMark(block: Uint8Array): string | undefined {
  const [a, b, c] = block;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return undefined;
}

function newDecoder(label: string): TextDecoder {
  try {
    return new TextDecoder(label, { fatal: true });
  } catch (cause) {
    if (cause instanceof RangeError) throw new StatementError('encoding', `the encoding '${label}' is not known`, { cause });
    throw cause;
  }
}

function decode(decoder: TextDecoder, block?: Uint8Array): string {
  try {
    return block ? decoder.decode(block, { stream: true }) : decoder.decode();
  } catch (cause) {
    if (cause instanceof TypeError) throw new StatementError('encoding', `the text is not valid ${decoder.encoding}`, { cause });
    throw cause;
  }
}
