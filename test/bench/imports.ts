import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { importClient } from '../../infra/tools/import-client.ts';
import { checkStatement } from '../../shared/bank-formats/check-statement.ts';
import type { Insurer } from '../support/insurer.ts';
import { largeCamt053, largeEntry, largeMt940 } from '../support/large-statements.ts';

export interface ImportRates {
  readonly format: string;
  readonly entries: number;
  readonly entriesPerSecond: number;
  /** Entries a second of the same file when it is only read. */
  readonly readPerSecond: number;
  /** The highest resident size of the process that runs the local cloud, over what it was before. The database is another process. */
  readonly rssAboveIdleMb: number;
}

/** Payments of one policy wait for each other, so there are some. */
const POLICIES = 200;
/** Else reminders would be written and sent while payments are measured. */
const NOTHING_DUE_SOON = {
  coverFrom: '2028-01-01',
  coverTo: '2028-12-31',
  paymentPlan: { kind: 'fullPay', dueOn: '2028-01-01' },
};
const SAMPLE_EVERY_MS = 50;

const FORMATS = { 'camt.053': largeCamt053, MT940: largeMt940 } as const;

/**
 * Imports a large file as `npm run import` does: upload, import function, payments in the database. One file a process: the emulator
 * searches its list of transactions' tokens and of stream records at each write, so that a second file would pay for the first, and
 * the memory that the first took would pass for idle.
 */
export async function benchImport(insurer: Insurer, format: keyof typeof FORMATS, entries: number): Promise<ImportRates> {
  for (let n = 1; n <= POLICIES; n++) await insurer.policy(largeEntry(n).policyNumber, NOTHING_DUE_SOON);
  const folder = mkdtempSync(join(tmpdir(), 'imports-'));
  try {
    const file = join(folder, format);
    await pipeline(Readable.from(FORMATS[format](entries, POLICIES)), createWriteStream(file));
    return await measure(insurer, { format, entries, file });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Case {
  readonly format: string;
  readonly entries: number;
  readonly file: string;
}

async function measure(insurer: Insurer, { format, entries, file }: Case): Promise<ImportRates> {
  const client = await importClient(insurer.cloud.apiUrl, await insurer.cloud.token());
  const credits = creditsAmong(entries);
  const memory = watchMemory();
  const importing = await seconds(async () => {
    const { applied } = await client.import({ bytes: statSync(file).size, open: () => createReadStream(file) }, () => undefined);
    if (applied !== credits) throw new Error(`${applied} of ${credits} payments were applied`);
  });
  const rssAboveIdleMb = memory.peakAboveIdleMb();
  const reading = await seconds(() => checkStatement(createReadStream(file)));
  return { format, entries, entriesPerSecond: entries / importing, readPerSecond: entries / reading, rssAboveIdleMb };
}

/** One by one: a list of all of them would be the largest part of the memory that is measured. */
function creditsAmong(entries: number): number {
  let credits = 0;
  for (let n = 1; n <= entries; n++) credits += largeEntry(n).credit ? 1 : 0;
  return credits;
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
}

function watchMemory() {
  const idle = process.memoryUsage.rss();
  let peak = idle;
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, SAMPLE_EVERY_MS);
  return {
    peakAboveIdleMb: () => {
      clearInterval(timer);
      return (peak - idle) / 2 ** 20;
    },
  };
}
