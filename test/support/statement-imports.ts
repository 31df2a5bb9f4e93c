import { createHash } from 'node:crypto';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { CLIENT_RECORD } from '../../shared/adapters/dynamodb/client-items.ts';
import { creditMoves } from '../../shared/adapters/dynamodb/credit-moves.ts';
import { entryRegistry } from '../../shared/adapters/dynamodb/entry-registry.ts';
import { paymentLedger } from '../../shared/adapters/dynamodb/payment-ledger.ts';
import { paymentMoves } from '../../shared/adapters/dynamodb/payment-moves.ts';
import { paymentReader } from '../../shared/adapters/dynamodb/payment-reader.ts';
import { policyNumberIndex } from '../../shared/adapters/dynamodb/policy-number-index.ts';
import { policyStore } from '../../shared/adapters/dynamodb/policy-store.ts';
import { reconciliation } from '../../shared/adapters/dynamodb/reconciliation.ts';
import { statementStore } from '../../shared/adapters/dynamodb/statement-store.ts';
import type { TableNames } from '../../shared/adapters/dynamodb/table-names.ts';
import { TABLES } from '../../shared/adapters/dynamodb/tables.ts';
import { uploadStore } from '../../shared/adapters/dynamodb/upload-store.ts';
import type { StatementErrorCode } from '../../shared/bank-formats/statement-error.ts';
import { timestamp } from '../../shared/domain/zone.ts';
import type { Deps, ImportState, Source } from '../../shared/usecases/import-statement.ts';
import { paymentEvent, wakeOf } from '../../shared/usecases/intents.ts';
import { notControlled, policyOf } from './policies.ts';
import { createMemoryDynamoDb, type MemoryDynamoDbOptions } from './simulated-aws/dynamodb/memory-dynamodb.ts';

const NOW = Date.parse('2026-11-22T10:00:00Z');

/** Imports over a database in memory: real adapters, real SDK client, a wire that ends in this process. */
export function statementImports(options: MemoryDynamoDbOptions = {}) {
  const client = createMemoryDynamoDb(TABLES, { ...options, translate: { marshallOptions: { removeUndefinedValues: true } } });
  const tables = Object.fromEntries(TABLES.map(({ name }) => [name, name])) as TableNames;
  let serial = 0;
  const clock = { now: () => NOW };
  const ids = { next: () => String(++serial).padStart(26, '0') };
  const pace = { random: () => 0.5, sleep: async () => undefined };
  const runner = { runNow: async () => true };
  const payments = paymentReader(client, tables.Payments);
  const policies = policyStore(client, tables, pace);
  const credits = creditMoves(client, tables, pace);
  const money = { payments, policies, credits, moves: paymentMoves(client, tables, pace), runner, clock, ids, pace };
  const deps: Deps = {
    clock,
    runner,
    ledger: paymentLedger(client, tables, pace),
    newEvent: (payment) => paymentEvent({ clock, ids }, 'PaymentInSuspense', payment),
    newWake: (policyNumber, clientId) => wakeOf(policyNumber, clientId, { at: timestamp(NOW), id: ids.next() }),
    payments,
    money,
    policyNumbers: policyNumberIndex(client, tables.Policies, pace),
    entries: entryRegistry(client, tables.Statements, pace),
    statements: statementStore(client, tables.Statements),
    newDigest: () => {
      const hash = createHash('sha256');
      return { add: (bytes) => hash.update(bytes), text: () => hash.digest('base64url').slice(0, 32) };
    },
  };
  return {
    client,
    deps,
    money,
    statements: statementStore(client, tables.Statements),
    uploads: uploadStore<ImportState, StatementErrorCode>(client, tables.Statements),
    reconciledThrough: () => reconciliation(client, tables.Statements).through(),
    async open(...policyNumbers: readonly string[]): Promise<void> {
      for (const policyNumber of policyNumbers) {
        const policy = policyOf({ policyNumber });
        await client.send(new PutCommand({ TableName: tables.Clients, Item: { clientId: policy.clientId, record: CLIENT_RECORD } }));
        const opened = { entry: `${timestamp(NOW)}#0`, policyNumber, at: timestamp(NOW), by: 'test', kind: 'opened', facts: {} } as const;
        await policies.open({ policy, progress: notControlled(policy), opened, fingerprint: 'f', oldestDueOn: '2026-12-01' });
      }
    },
    received: async (policyNumber: string) => (await policies.read(policyNumber))?.account.receivedMinor,
  };
}

export const sourceOf = (content: string, by = 'bank'): Source => ({
  by,
  open: async function* () {
    yield new TextEncoder().encode(content);
  },
});
