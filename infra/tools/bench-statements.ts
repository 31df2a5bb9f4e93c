/**
 * How fast bank files are read, and in how much memory: `node infra/tools/bench-statements.ts [entries]`, 100,000 by default.
 * Prints JSON. Each case runs in a process of its own, on a file on disk, because a process knows only its own peak; `bare` is
 * the same file, in the same run, through the least that any reader does:
 *   camt.053  decoded, cut at </Ntry> and each piece parsed by fast-xml-parser, nothing mapped
 *   MT940     decoded and cut into lines
 * rssAboveIdleMb is the peak over what the process held before it opened the file, all modules loaded.
 */
import { execFileSync } from 'node:child_process';
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { XMLParser } from 'fast-xml-parser';
import { readStatement } from '../../shared/bank-formats/read-statement.ts';
import { largeCamt053, largeMt940 } from '../../test/support/large-statements.ts';

type Counter = (file: string) => Promise<number>;

const CASES: Readonly<Record<string, Counter>> = {
  'camt.053': countItems,
  'camt.053 bare': countParsed,
  MT940: countItems,
  'MT940 bare': countLines,
};

export interface Measured {
  readonly case: string;
  readonly entries: number;
  readonly fileMb: number;
  readonly seconds: number;
  readonly entriesPerSecond: number;
  readonly rssAboveIdleMb: number;
}

/** The cases, one after the other, on files of so many entries that are made for it and removed. */
export async function benchStatements(entries: number, cases: readonly string[] = Object.keys(CASES)): Promise<readonly Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'statements-'));
  try {
    const files = { camt: join(folder, 'camt.xml'), mt: join(folder, 'mt940.sta') };
    await pipeline(Readable.from(largeCamt053(entries)), createWriteStream(files.camt));
    await pipeline(Readable.from(largeMt940(entries)), createWriteStream(files.mt));
    return cases.map((name) => inOwnProcess(name, name.startsWith('camt') ? files.camt : files.mt));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function inOwnProcess(name: string, file: string): Measured {
  const output = execFileSync(process.execPath, [fileURLToPath(import.meta.url), '--case', name, file], { encoding: 'utf8' });
  return JSON.parse(output) as Measured;
}

async function measure(name: string, file: string): Promise<Measured> {
  const idle = process.resourceUsage().maxRSS;
  const begun = performance.now();
  const entries = (await CASES[name]?.(file)) ?? 0;
  const seconds = (performance.now() - begun) / 1000;
  return {
    case: name,
    entries,
    fileMb: round(statSync(file).size / 2 ** 20),
    seconds: round(seconds),
    entriesPerSecond: Math.round(entries / seconds),
    rssAboveIdleMb: round((process.resourceUsage().maxRSS - idle) / 1024),
  };
}

async function countItems(file: string): Promise<number> {
  let entries = 0;
  for await (const item of readStatement(createReadStream(file))) if ('entryNumber' in item) entries++;
  return entries;
}

async function countParsed(file: string): Promise<number> {
  const parser = new XMLParser({ parseTagValue: false, ignoreAttributes: false, removeNSPrefix: true });
  let rest = '';
  let entries = 0;
  for await (const text of createReadStream(file, 'utf8')) {
    const pieces = `${rest}${text}`.split('</Ntry>');
    rest = pieces.pop() ?? '';
    for (const piece of pieces) parser.parse(`${piece.slice(piece.indexOf('<Ntry>'))}</Ntry>`);
    entries += pieces.length;
  }
  return entries;
}

async function countLines(file: string): Promise<number> {
  let rest = '';
  let entries = 0;
  for await (const text of createReadStream(file, 'utf8')) {
    const lines = `${rest}${text}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line.startsWith(':61:')) entries++;
  }
  return entries;
}

const round = (value: number): number => Math.round(value * 100) / 100;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [first, name = '', file = ''] = process.argv.slice(2);
  const result = first === '--case' ? await measure(name, file) : await benchStatements(Number(first ?? 100_000));
  console.log(JSON.stringify(result, null, first === '--case' ? undefined : 2));
}
