/** Enough of MIME (RFC 2045, 2046, 2047) to read back what we write, independent of what writes it. */
export interface Part {
  readonly headers: ReadonlyMap<string, string>;
  readonly content: Buffer;
  readonly parts: readonly Part[];
}

/** A lone LF counts as the end of a line: mail servers make it one. */
export const parseMime = (raw: Buffer): Part => parsePart(Buffer.from(raw.toString('latin1').replace(/\r?\n/g, '\r\n'), 'latin1'));

function parsePart(raw: Buffer): Part {
  const end = raw.indexOf('\r\n\r\n');
  const headers = headersOf(raw.subarray(0, end).toString('latin1'));
  const body = raw.subarray(end + 4);
  const boundary = /boundary="?([^";]+)"?/.exec(headers.get('content-type') ?? '')?.[1];
  if (boundary === undefined) return { headers, parts: [], content: decoded(body, headers.get('content-transfer-encoding')) };
  const sections = `\r\n${body.toString('latin1')}`.split(`\r\n--${boundary}`).slice(1);
  if (sections.pop()?.trim() !== '--') throw new Error(`parts of ${boundary} have no end`);
  return {
    headers,
    content: Buffer.alloc(0),
    parts: sections.map((section) => parsePart(Buffer.from(section.replace(/^\r\n/, ''), 'latin1'))),
  };
}

export const leaves = (part: Part): readonly Part[] => (part.parts.length === 0 ? [part] : part.parts.flatMap(leaves));

function headersOf(text: string): ReadonlyMap<string, string> {
  const lines = text.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  return new Map(lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), words(line.slice(line.indexOf(':') + 1).trim())]));
}

const words = (value: string): string =>
  value
    .replace(/(=\?[^?]+\?[BQ]\?[^?]*\?=)\s+(?==\?)/gi, '$1')
    .replace(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi, (_, how: string, text: string) =>
      (how.toUpperCase() === 'B'
        ? Buffer.from(text, 'base64')
        : decoded(Buffer.from(text.replaceAll('_', ' ')), 'quoted-printable')
      ).toString('utf8'),
    );

function decoded(body: Buffer, encoding = '7bit'): Buffer {
  if (encoding === 'base64') return Buffer.from(body.toString('latin1'), 'base64');
  if (encoding !== 'quoted-printable') return body;
  const text = body.toString('latin1').replace(/=\r\n/g, '');
  return Buffer.from(
    text.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}
