/** `npm run bench`: what things cost, each beside a bare loop of the same work in the same run, since machines differ and are noisy. */
import Table from 'cli-table3';
import { startInsurer } from '../support/insurer.ts';
import { benchPayments } from './payments.ts';

const insurer = await startInsurer('2026-11-22T08:00:00Z');
try {
  await insurer.client('UA-1');
  const rates = await benchPayments(insurer);
  const table = new Table({ head: ['payments', 'per second', 'of the bare loop'] });
  table.push(
    ['over local HTTP, 16 at once', rates.http.toFixed(0), rates.httpToBare.toFixed(2)],
    ['through the handler', rates.handler.toFixed(0), rates.handlerToBare.toFixed(2)],
    ['bare TransactWriteItems', rates.bare.toFixed(0), '1.00'],
  );
  console.log(table.toString());
  console.log(JSON.stringify({ payments: rates }));
} finally {
  await insurer.cloud.stop();
}
