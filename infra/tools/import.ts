/**
 * `npm run import -- FILE…`: imports bank files of any size, with a progress bar. Exits 1 when one was refused or stopped.
 *
 * Both the same way: an upload is asked for, the file streams to it, the import function takes it from there. Started again after a
 * failure, it imports the file again: nothing is recorded twice.
 */
import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import { Listr } from 'listr2';
import { readFlags, refuseFlags } from './flags.ts';
import { type ImportedFile, importClient } from './import-client.ts';

const BAR = 30; // characters

const USAGE = `npm run import -- FILE…                            into the local cloud on port 3000
TOKEN=… npm run import -- --api URL FILE…          into a deployed stage; the token needs payments:write and read`;

const { values, positionals } = readFlags(USAGE, {
  options: { api: { type: 'string', default: 'http://localhost:3000' } },
  allowPositionals: true,
});
if (positionals.length === 0) refuseFlags(USAGE, 'Name the bank files to import');

const client = await importClient(values.api, process.env['TOKEN']);
const tasks = new Listr(
  positionals.map((file) => ({
    title: basename(file),
    task: async (_: unknown, task: { title: string; output: string }) => {
      const imported = await client.import({ bytes: statSync(file).size, open: () => createReadStream(file) }, ({ doing, done, of }) => {
        task.output = `${bar(done, of)} ${doing} ${done} of ${of}`;
      });
      task.title = `${basename(file)}: ${summaryOf(imported)}`;
    },
  })),
  { exitOnError: false, collectErrors: true },
);
await tasks.run();
process.exitCode = (tasks.errors?.length ?? 0) > 0 ? 1 : 0;

function bar(done: number, of: number): string {
  const full = of === 0 ? BAR : Math.floor((done / of) * BAR);
  return `${'█'.repeat(full)}${'░'.repeat(BAR - full)}`;
}

function summaryOf({
  format,
  entries,
  applied,
  suspense,
  duplicates,
  reversed,
  ignored,
  rejected,
  reconciledThrough,
}: ImportedFile): string {
  const counts = `${applied} applied, ${suspense} in suspense, ${duplicates} known before, ${reversed} reversed, ${ignored} ignored`;
  const refused = rejected.map(({ entry, detail }) => `\n  entry ${entry}: ${detail}`).join('');
  return `${format}, ${entries} entries: ${counts}${reconciledThrough ? `; reconciled through ${reconciledThrough}` : ''}${refused}`;
}
