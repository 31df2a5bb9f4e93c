import { type DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { cellCounter } from '../../shared/adapters/dynamodb/cell-counter.ts';
import { clientRegistry } from '../../shared/adapters/dynamodb/client-registry.ts';
import { creditMoveReader } from '../../shared/adapters/dynamodb/credit-moves.ts';
import { modelStore } from '../../shared/adapters/dynamodb/model-store.ts';
import { readIntent } from '../../shared/adapters/dynamodb/outbox-items.ts';
import { paymentReader } from '../../shared/adapters/dynamodb/payment-reader.ts';
import { policyStore } from '../../shared/adapters/dynamodb/policy-store.ts';
import { runStore } from '../../shared/adapters/dynamodb/run-store.ts';
import type { TableNames } from '../../shared/adapters/dynamodb/table-names.ts';
import { TABLES } from '../../shared/adapters/dynamodb/tables.ts';
import type { Client } from '../../shared/domain/client.ts';
import type { ClassifiedClient } from '../../shared/domain/significance/classified-client.ts';
import type { Intent } from '../../shared/ports/outbox.ts';
import type { Run } from '../../shared/ports/run-store.ts';
import type { ClientFacts } from '../../shared/usecases/put-client.ts';

export const NAMES = Object.fromEntries(TABLES.map(({ name }) => [name, name])) as TableNames;

/** Everything that assesses clients, over a database and a clock that a test moves. */
export function significanceWorld(client: DynamoDBDocumentClient, beginning = '2026-11-22T08:00:00.000Z') {
  let now = Date.parse(beginning);
  let ids = 0;
  const clock = { now: () => now };
  const pace = { random: () => Math.random(), sleep: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)) };
  const models = modelStore(client, NAMES.Significance, clock);
  const handedOver: Run[] = [];
  return {
    client,
    clock,
    advance: (days: number) => {
      now += days * 86_400_000;
    },
    pace,
    ids: { next: () => `id-${String(++ids).padStart(6, '0')}` },
    models,
    clients: clientRegistry({ client, tables: NAMES, models, pace }),
    policies: policyStore(client, NAMES, pace),
    payments: paymentReader(client, NAMES.Payments),
    credits: creditMoveReader(client, NAMES.Policies),
    runs: runStore(client, NAMES.Significance),
    cells: cellCounter(client, NAMES.Significance),
    handedOver,
    handOver: async (run: Run) => {
      handedOver.push(run);
    },
    log: { info: () => {}, warn: () => {} },
  };
}

export type SignificanceWorld = ReturnType<typeof significanceWorld>;

/** A legal entity with a name and an address, and whatever potential. */
export const clientFacts = (clientId: string, potential: Client['potential'] = {}, more: Partial<ClientFacts> = {}): ClientFacts => ({
  clientId,
  name: `Client ${clientId}`,
  kind: 'legalEntity',
  email: 'cfo@client.example',
  language: 'en',
  timeZone: 'Europe/Kyiv',
  potential,
  ...more,
});

export async function allItems(client: DynamoDBDocumentClient, table: string): Promise<readonly Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const answer = await client.send(new ScanCommand({ TableName: table, ExclusiveStartKey: from }));
    items.push(...(answer.Items ?? []));
    from = answer.LastEvaluatedKey;
  } while (from);
  return items;
}

export async function allClients({ clients }: Pick<SignificanceWorld, 'clients'>): Promise<readonly ClassifiedClient[]> {
  const all: ClassifiedClient[] = [];
  let page = await clients.page(undefined);
  for (;;) {
    all.push(...page.items);
    if (!page.cursor) return all;
    page = await clients.page(page.cursor);
  }
}

export const intentsOf = async ({ client }: Pick<SignificanceWorld, 'client'>): Promise<readonly Intent[]> =>
  (await allItems(client, NAMES.Outbox)).map(readIntent);
