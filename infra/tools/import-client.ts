import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';

const counts = z.object({
  format: z.string(),
  entries: z.number(),
  applied: z.number(),
  suspense: z.number(),
  duplicates: z.number(),
  reversed: z.number(),
  ignored: z.number(),
  rejected: z.array(z.object({ entry: z.number(), detail: z.string() })),
  reconciledThrough: z.string().nullable(),
});

const place = z.object({ self: z.string(), url: z.string(), headers: z.record(z.string(), z.string()) });

const progress = z.discriminatedUnion('status', [
  z.object({ status: z.literal('waiting') }),
  z.object({ status: z.literal('importing'), entriesDone: z.number(), statement: counts }),
  z.object({ status: z.literal('done'), statement: counts }),
  z.object({ status: z.literal('stopped'), entriesDone: z.number(), stoppedAtEntry: z.number() }),
  z.object({ status: z.literal('refused'), code: z.string(), detail: z.string(), entriesRead: z.number() }),
]);

export type ImportedFile = z.output<typeof counts>;

export interface FileToImport {
  readonly bytes: number;
  readonly open: () => AsyncIterable<Uint8Array>;
}

export interface ImportProgress {
  readonly doing: 'uploading, bytes' | 'importing, entries';
  readonly done: number;
  readonly of: number;
}

const ASK_EVERY_MS = 250;
/** Two retries of Lambda come within some minutes; who waits longer than this looks at the alarms. */
const LONGEST_SILENCE_MS = 15 * 60_000;

/** What `npm run import` and the bench do over HTTP. Without a token, the local cloud issues one. */
export async function importClient(api: string, givenToken: string | undefined) {
  const token = givenToken ?? (await localToken(api));
  const call = async (method: string, path: string): Promise<unknown> => {
    const response = await fetch(`${api}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(method === 'POST' ? { body: '{}' } : {}),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  return {
    async import(file: FileToImport, report: (progress: ImportProgress) => void): Promise<ImportedFile> {
      const { self, url, headers } = place.parse(await call('POST', '/statements/uploads'));
      await upload(file, { url, headers }, report);
      let [seen, since] = ['', performance.now()];
      while (performance.now() - since < LONGEST_SILENCE_MS) {
        const reached = progress.parse(await call('GET', self));
        if (reached.status === 'done') return reached.statement;
        if (reached.status === 'refused') throw new Error(`${reached.code}: ${reached.detail}; nothing was changed`);
        if (reached.status === 'importing')
          report({ doing: 'importing, entries', done: reached.entriesDone, of: reached.statement.entries });
        const now = JSON.stringify(reached);
        if (now !== seen) [seen, since] = [now, performance.now()];
        await pause(ASK_EVERY_MS);
      }
      throw new Error(`the import says nothing new: ${seen}. Import the file again: nothing is recorded twice`);
    },
  };
}

async function localToken(api: string): Promise<string> {
  const response = await fetch(`${api}/_local/token`, { method: 'POST' });
  if (!response.ok) throw new Error(`${api} issues no tokens: it is no local cloud. Set TOKEN`);
  return z.object({ access_token: z.string() }).parse(await response.json()).access_token;
}

type Place = Pick<z.output<typeof place>, 'url' | 'headers'>;

/** S3 takes no body of unknown length, so the length is said; the bytes are never together in memory. */
async function upload({ bytes, open }: FileToImport, { url, headers }: Place, report: (progress: ImportProgress) => void): Promise<void> {
  let done = 0;
  async function* counted() {
    for await (const block of open()) {
      yield block;
      done += block.length;
      report({ doing: 'uploading, bytes', done, of: bytes });
    }
  }
  const response = await fetch(url, {
    method: 'PUT',
    headers: { ...headers, 'content-length': String(bytes) },
    body: ReadableStream.from(counted()),
    duplex: 'half',
  });
  if (!response.ok) throw new Error(`the upload was refused: ${response.status} ${await response.text()}`);
}
