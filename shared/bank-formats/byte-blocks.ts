import { StatementError } from './statement-error.ts';

const BLOCK_BYTES = 64 * 1024;

/** 100,000 camt entries are about 200 MB; a file five times that is not a statement but an accident, or an attack. */
const MAX_FILE_BYTES = 1024 ** 3;

/**
 * The same bytes in blocks of one size, however the source cut them: so nothing that follows can depend on the cuts, and a
 * source that hands over a whole file at once is still decoded piece by piece.
 * @throws StatementError tooLarge
 */
export async function* inBlocks(source: AsyncIterable<Uint8Array>, maxBytes = MAX_FILE_BYTES): AsyncGenerator<Uint8Array> {
  let block = new Uint8Array(BLOCK_BYTES);
  let filled = 0;
  let total = 0;
  for await (const chunk of source) {
    total += chunk.length;
    if (total > maxBytes) throw new StatementError('tooLarge', `the file is larger than ${maxBytes} bytes`);
    for (let at = 0; at < chunk.length; ) {
      const piece = chunk.subarray(at, at + BLOCK_BYTES - filled);
      block.set(piece, filled);
      filled += piece.length;
      at += piece.length;
      if (filled < BLOCK_BYTES) continue;
      yield block;
      block = new Uint8Array(BLOCK_BYTES); // not used again: whoever got the last one may keep it
      filled = 0;
    }
  }
  if (filled > 0) yield block.subarray(0, filled);
}
