import { BatchWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { paymentItem } from '../../shared/adapters/dynamodb/payment-items.ts';
import { accountItem, policyItem, progressItem } from '../../shared/adapters/dynamodb/policy-items.ts';
import type { TableNames } from '../../shared/adapters/dynamodb/table-names.ts';
import type { StoredPayment } from '../../shared/domain/payment.ts';
import type { Account, Policy } from '../../shared/domain/policy.ts';
import { notControlled } from './policies.ts';

/** A policy with what was paid for it, as the stores keep it. */
export interface StoredPortfolio {
  readonly policy: Policy;
  readonly payments: readonly StoredPayment[];
  readonly account?: Partial<Account>;
}

type Puts = Readonly<Record<string, readonly Record<string, unknown>[]>>;

export function portfolioItems({ policy, payments, account }: StoredPortfolio, tables: TableNames): Puts {
  const received = payments.filter((p) => p.status === 'applied').reduce((total, p) => total + p.amountMinor, 0);
  return {
    [tables.Policies]: [
      policyItem({ ...policy, fingerprint: 'test' }),
      { ...accountItem(policy), receivedMinor: received, moves: payments.length, ...account },
      progressItem({ policy, progress: notControlled(policy) }),
    ],
    [tables.Payments]: payments.map(paymentItem),
  };
}

const MOST_AT_ONCE = 25;

/** Writes items without conditions: what was there before the story begins. */
export async function putItems(client: DynamoDBDocumentClient, ...all: readonly Puts[]): Promise<void> {
  const requests = all
    .flatMap((puts) => Object.entries(puts))
    .flatMap(([table, items]) => items.map((Item) => ({ table, request: { PutRequest: { Item } } })));
  for (let at = 0; at < requests.length; at += MOST_AT_ONCE) {
    const some = Map.groupBy(requests.slice(at, at + MOST_AT_ONCE), ({ table }) => table);
    const RequestItems = Object.fromEntries([...some].map(([table, of]) => [table, of.map(({ request }) => request)]));
    await client.send(new BatchWriteCommand({ RequestItems }));
  }
}
