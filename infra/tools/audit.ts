/**
 * `npm run audit`: do the books add up? Exits 1 when they don't. Changes nothing.
 */
import Table from 'cli-table3';
import { invokeForAnswer } from '../../shared/adapters/lambda/invoker.ts';
import { lambdaClient } from '../../shared/adapters/lambda/lambda-client.ts';
import { formatAmount } from '../../shared/domain/money.ts';
import { AUDIT_BEGINS, type AuditState } from '../../shared/usecases/audit-books.ts';
import { auditDataFolder } from './audit-data-folder.ts';
import { readFlags } from './flags.ts';

const USAGE = `npm run audit                            the books of the local cloud in .local, running or not
npm run audit -- --data-dir FOLDER       of another folder
npm run audit -- --function NAME         of a deployed stage: invokes its audit function, with the credentials of the shell`;

const { values } = readFlags(USAGE, { options: { 'data-dir': { type: 'string', default: '.local' }, function: { type: 'string' } } });

const state = values.function === undefined ? await auditDataFolder(values['data-dir'], progress) : await auditDeployed(values.function);
report(state);
process.exitCode = state.differencesFound > 0 ? 1 : 0;

function progress({ policies, payments, clients, cells }: AuditState): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${policies} policies, ${payments} payments, ${cells?.clients ?? clients} clients`);
}

/** The function answers with how far it came; one invocation after the other, until it is done. */
async function auditDeployed(functionName: string): Promise<AuditState> {
  const lambda = lambdaClient();
  let state: AuditState = AUDIT_BEGINS;
  while (state.phase !== 'done') {
    state = (await invokeForAnswer(lambda, functionName, { audit: state, byHand: true })) as AuditState;
    progress(state);
  }
  return state;
}

function report({ policies, payments, clients, unsureCells, books, differences, differencesFound }: AuditState): void {
  const table = new Table({
    head: ['currency', 'received', 'applied', 'suspense', 'disbursed', 'reversed'],
    style: { head: [], border: [] },
  });
  for (const [currency, t] of Object.entries(books)) {
    const amounts = [t.received, t.applied, t.suspense, t.disbursed, t.reversed].map((amountMinor) =>
      formatAmount({ amountMinor, currency }),
    );
    table.push([currency, ...amounts]);
  }
  console.log(`\n${table.toString()}`);
  for (const { where, what, stored, recomputed } of differences) console.error(`${where}: ${what} is ${stored}, recomputed ${recomputed}`);
  if (unsureCells > 0)
    console.error(
      `cells of significance: clients moved all the while in ${unsureCells} shards of the counters, which were not judged; audit again`,
    );
  console.log(
    `${policies} policies, ${payments} payments, ${clients} clients: ${differencesFound === 0 ? 'the books add up' : `${differencesFound} differences`}`,
  );
}
