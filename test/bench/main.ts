/**
 * `npm run bench [-- SECTION…] [--large]`: what things cost, each beside a bare loop of the same work in the same run, since machines
 * differ and are noisy. Sections: payments, cold, reassessment, imports; all of them unless named. A table and one line of JSON each.
 */
import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import { type Insurer, startInsurer } from '../support/insurer.ts';
import { benchColdStarts } from './cold-start.ts';
import { benchImport } from './imports.ts';
import { benchPayments } from './payments.ts';
import { benchReassessment } from './reassessment.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { large: { type: 'boolean', default: false } } });

const SECTIONS: Readonly<Record<string, (insurer: Insurer) => Promise<void>>> = {
  async payments(insurer) {
    const { http, handler, bare, httpToBare, handlerToBare } = await benchPayments(insurer);
    report(
      'payments',
      ['', 'per second', 'of the bare loop'],
      [
        ['over local HTTP, 16 at once', http.toFixed(0), httpToBare.toFixed(2)],
        ['through the handler', handler.toFixed(0), handlerToBare.toFixed(2)],
        ['bare TransactWriteItems', bare.toFixed(0), '1.00'],
      ],
    );
  },

  async cold() {
    const rows = (await benchColdStarts()).map((c) => [c.name, c.kilobytes.toFixed(0), c.milliseconds.toFixed(0), c.ofBare.toFixed(2)]);
    report('cold start', ['function', 'entry, KB', 'import, ms', 'of a bare handler'], rows);
  },

  async reassessment(insurer) {
    const { moving, steady, growth } = await benchReassessment(insurer, values.large ? [1_000, 10_000, 100_000] : [1_000, 10_000]);
    const row = (what: string) => (cost: (typeof steady)[number]) => [
      what,
      String(cost.clients),
      cost.perSecond.toFixed(0),
      cost.requestsPerClient.toFixed(2),
      cost.capacityPerClient.toFixed(2),
    ];
    const rows = [...moving.map(row('one in ten moves')), ...steady.map(row('nothing has changed'))];
    report('reassessment', ['', 'clients', 'clients/s', 'requests a client', 'capacity units a client'], rows);
    console.log(`growth from the fewest to the most: ${JSON.stringify(growth)}`);
  },

  async imports(insurer) {
    const rates = await benchImport(insurer, values.large ? 100_000 : 5_000);
    const rows = rates.map((r) => [
      r.format,
      String(r.entries),
      r.entriesPerSecond.toFixed(0),
      r.readPerSecond.toFixed(0),
      r.rssAboveIdleMb.toFixed(0),
    ]);
    report('statement import', ['format', 'entries', 'imported/s', 'only read/s', 'MB above idle'], rows);
  },
};

function report(title: string, head: readonly string[], rows: readonly (readonly string[])[]): void {
  const table = new Table({ head: [...head], style: { head: [], border: [] } });
  table.push(...rows.map((row) => [...row]));
  console.log(`\n${title}\n${table.toString()}`);
  console.log(JSON.stringify({ [title]: rows.map((row) => Object.fromEntries(head.map((name, index) => [name || 'what', row[index]]))) }));
}

for (const name of positionals.length > 0 ? positionals : Object.keys(SECTIONS)) {
  const section = SECTIONS[name];
  if (!section) {
    console.error(`There is no section ${name}: ${Object.keys(SECTIONS).join(', ')}.`);
    process.exit(2);
  }
  const insurer = await startInsurer('2026-11-22T08:00:00Z');
  try {
    await insurer.client('UA-1');
    await section(insurer);
  } finally {
    await insurer.cloud.stop();
  }
}
