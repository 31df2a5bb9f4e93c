import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const ONE_BIT_GREY = [1, 0, 0, 0, 0];
const NO_FILTER = 0;

/** A square black and white picture as PNG, one bit a pixel: a code of 450 × 450 takes about 2 KB. */
export function blackAndWhitePng(size: number, isBlack: (x: number, y: number) => boolean): Uint8Array {
  const rowBytes = Math.ceil(size / 8);
  const pixels = Buffer.alloc((rowBytes + 1) * size, 0xff);
  for (let y = 0; y < size; y++) {
    const row = y * (rowBytes + 1);
    pixels[row] = NO_FILTER;
    for (let x = 0; x < size; x++) {
      if (isBlack(x, y)) pixels[row + 1 + (x >> 3)] = (pixels[row + 1 + (x >> 3)] ?? 0) & ~(0x80 >> (x & 7));
    }
  }
  const header = Buffer.alloc(8);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  return Buffer.concat([
    Uint8Array.from(SIGNATURE),
    chunk('IHDR', Buffer.concat([header, Uint8Array.from(ONE_BIT_GREY)])),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Length, type, content, and the checksum of type and content. */
function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}
