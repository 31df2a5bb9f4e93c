import { bucketOf } from '../../domain/bucket.ts';
import type { Account, Control, NextCheckpoint, Policy, Progress } from '../../domain/policy.ts';
import { formatInstant } from '../../domain/zone.ts';
import type { Item } from './item.ts';

/** The records of a policy in the Policies table. The only casts of these items are here. */
export const RECORDS = { account: 'account', nextCheckpoint: 'nextCheckpoint', policy: 'policy' } as const;

export type StoredPolicy = Policy & { readonly fingerprint: string };

export const policyItem = (policy: StoredPolicy): Item => ({ ...policy, record: RECORDS.policy });

export function readPolicy(item: Item): StoredPolicy {
  const { record: _, ...policy } = item;
  return policy as unknown as StoredPolicy;
}

/** `d3` holds what was directed to installment 3: counters of their own, so that ADD needs no map to be there. */
export const directedCounter = (installment: number): string => `d${installment}`;

/** Beside the counters: what a payment's condition and a wake need, so that neither reads another item. */
export const accountItem = (policy: Policy): Item => ({
  policyNumber: policy.policyNumber,
  record: RECORDS.account,
  status: 'active',
  currency: policy.premium.currency,
  installments: policy.installments.length,
  clientOf: policy.clientId,
  receivedMinor: 0,
  moves: 0,
});

export function readAccount(item: Item): Account {
  const directed = Object.entries(item).flatMap(([name, value]) =>
    /^d\d+$/.test(name) ? [[Number(name.slice(1)), Number(value)] as const] : [],
  );
  return {
    status: item['status'] as Account['status'],
    receivedMinor: Number(item['receivedMinor']),
    directedMinor: Object.fromEntries(directed),
    moves: Number(item['moves']),
  };
}

interface ProgressOf {
  readonly policy: Pick<Policy, 'policyNumber' | 'clientId'>;
  readonly progress: Progress;
  readonly oldestDueOn?: string | undefined;
}

/** Without a next checkpoint the item has no `dueBucket`, and is in neither sparse index. */
export function progressItem({ policy, progress, oldestDueOn }: ProgressOf): Item {
  const { next } = progress;
  return {
    policyNumber: policy.policyNumber,
    record: RECORDS.nextCheckpoint,
    clientOf: policy.clientId,
    generation: progress.generation,
    controls: progress.controls,
    ...(next
      ? { dueBucket: bucketOf(policy.policyNumber), at: formatInstant(next.at), installment: next.installment, code: next.code }
      : {}),
    ...(next && oldestDueOn ? { oldestDueOn } : {}),
  };
}

export function readProgress(item: Item): Progress {
  const controls = item['controls'] as readonly Control[];
  const base = { generation: Number(item['generation']), controls };
  if (item['at'] === undefined) return base;
  const next: NextCheckpoint = { at: Date.parse(String(item['at'])), installment: Number(item['installment']), code: String(item['code']) };
  return { ...base, next };
}
