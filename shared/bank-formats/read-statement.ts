import { inBlocks } from './byte-blocks.ts';
import { readCamt } from './camt-reader.ts';
import { readCsv } from './csv-reader.ts';
import { judgeEntry } from './judge-entry.ts';
import { readMt } from './mt-reader.ts';
import { Occurrences } from './occurrences.ts';
import { type Recognised, recogniseFormat } from './recognise-format.ts';
import { StatementError } from './statement-error.ts';
import type { StatementEvent } from './statement-event.ts';
import type { StatementItem } from './statement-item.ts';
import { decodeText, decodeXml, peekText } from './text-decoding.ts';

export interface StatementOptions {
  /** Of the upload. Only its charset is used, and only for text that is not valid UTF-8: what a file is, its content says. */
  readonly contentType?: string;
}

/**
 * Reads a bank file as it arrives: first what it is, then its entries in order. Memory doesn't grow with the file but for the
 * keys of its entries (about 100 bytes each), by which equal ones are told apart.
 *
 * Pure: the same bytes give the same items, however they are cut into chunks. So a file can be read twice: once with checkStatement,
 * which changes nothing, then again to record payments; and an import that failed in the middle is repeated from the start,
 * where what is recorded already is found by its paymentId.
 * @throws StatementError when the file can't be read whole, after the items that stand before the trouble
 */
export async function* readStatement(source: AsyncIterable<Uint8Array>, options: StatementOptions = {}): AsyncGenerator<StatementItem> {
  let entriesRead = 0;
  try {
    for await (const items of readItems(source, options)) {
      for (const item of items) {
        if ('entryNumber' in item) entriesRead = item.entryNumber;
        yield item;
      }
    }
  } catch (error) {
    if (!(error instanceof StatementError)) throw error;
    throw new StatementError(error.code, error.detail, { entriesRead, cause: error.cause });
  }
}

async function* readItems(source: AsyncIterable<Uint8Array>, options: StatementOptions): AsyncGenerator<Iterable<StatementItem>> {
  const blocks = inBlocks(source);
  try {
    const first = await blocks.next();
    if (first.done) throw new StatementError('empty', 'the file has no bytes');
    const format = recogniseFormat(peekText(first.value));
    yield* read(format, startingWith(first.value, blocks), charsetOf(options.contentType));
  } finally {
    await blocks.return(undefined); // whoever stops reading, for whatever reason, leaves no open file behind
  }
}

function read(format: Recognised, bytes: AsyncGenerator<Uint8Array>, charset: string | undefined): AsyncIterable<Iterable<StatementItem>> {
  switch (format) {
    case 'camt':
      return judged(readCamt(decodeXml(bytes)));
    case 'CSV':
      return readCsv(decodeText(bytes, charset));
    case 'MT940':
    case 'MT942':
      return judged(readMt(decodeText(bytes, charset), format));
  }
}

async function* judged(batches: AsyncIterable<Iterable<StatementEvent>>): AsyncGenerator<Iterable<StatementItem>> {
  const occurrences = new Occurrences();
  for await (const events of batches) yield judgeEach(events, occurrences);
}

function* judgeEach(events: Iterable<StatementEvent>, occurrences: Occurrences): Generator<StatementItem> {
  for (const event of events) yield* judge(event, occurrences);
}

function judge(event: StatementEvent, occurrences: Occurrences): readonly StatementItem[] {
  switch (event.kind) {
    case 'format':
      return [event];
    case 'statement':
      occurrences.begin(event);
      return [];
    case 'opening':
      occurrences.open(event);
      return [];
    case 'closing': {
      occurrences.close(event);
      const { account, balance, on } = event;
      return event.final ? [{ kind: 'balance', account, ...balance, on }] : [];
    }
    case 'entry':
      return [judgeEntry(event.facts, occurrences)];
  }
}

async function* startingWith(first: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  yield* rest;
}

const charsetOf = (contentType = ''): string | undefined => /;\s*charset\s*=\s*"?([\w.:-]+)/i.exec(contentType)?.[1];
