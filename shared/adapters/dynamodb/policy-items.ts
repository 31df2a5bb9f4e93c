import { bucketOf } from '../../domain/bucket.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { type Account, type Control, type NextCheckpoint, type Policy, type Progress, wakeTime } from '../../domain/policy.ts';
import type { OpenTask } from '../../domain/task.ts';
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

/** What moved as excess, by the kind of move; an account has them once something moved. */
export const MOVED_COUNTERS = { transferIn: 'inMinor', transferOut: 'outMinor', disbursement: 'disbursedMinor' } as const;

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
    ...readMoved(item),
    moves: Number(item['moves']),
    ...(item['closedOn'] === undefined ? {} : { closedOn: item['closedOn'] as LocalDate }),
  };
}

function readMoved(item: Item): Pick<Account, 'moved'> {
  const counters = Object.values(MOVED_COUNTERS);
  if (counters.every((name) => item[name] === undefined)) return {};
  const [inMinor = 0, outMinor = 0, disbursedMinor = 0] = counters.map((name) => Number(item[name] ?? 0));
  return { moved: { inMinor, outMinor, disbursedMinor } };
}

interface ProgressOf {
  readonly policy: Pick<Policy, 'policyNumber' | 'clientId' | 'changedIn'>;
  readonly progress: Progress;
  readonly oldestDueOn?: string | undefined;
}

/**
 * Without a next checkpoint the item has no `dueBucket`, and is in neither sparse index. `at` is when the policy is to be woken, and
 * `checkpointAt` when its checkpoint is, where that is later.
 */
export function progressItem({ policy, progress, oldestDueOn }: ProgressOf): Item {
  const { next, generation, controls, tasks = [], promises = [] } = progress;
  return {
    policyNumber: policy.policyNumber,
    record: RECORDS.nextCheckpoint,
    clientOf: policy.clientId,
    generation,
    controls,
    ...(policy.changedIn === undefined ? {} : { policyChangedIn: policy.changedIn }),
    ...(tasks.length > 0 ? { tasks } : {}),
    ...(promises.length > 0 ? { promises } : {}),
    ...(next ? { dueBucket: bucketOf(policy.policyNumber), ...nextAttributes(next) } : {}),
    ...(next && oldestDueOn ? { oldestDueOn } : {}),
  };
}

function nextAttributes(next: NextCheckpoint): Item {
  const wakeAt = wakeTime(next);
  const { at, installment, code } = next;
  return { at: formatInstant(wakeAt), installment, code, ...(wakeAt < at ? { checkpointAt: formatInstant(at) } : {}) };
}

/** Whether a policy's facts and its progress are of one moment: who changes the facts writes the generation of it to both. */
export const areOfOneMoment = (policy: Item, progress: Item): boolean => policy['changedIn'] === progress['policyChangedIn'];

export function readProgress(item: Item): Progress {
  const controls = item['controls'] as readonly Control[];
  const tasks = item['tasks'] as readonly OpenTask[] | undefined;
  const promises = item['promises'] as readonly string[] | undefined;
  const base = { generation: Number(item['generation']), controls, ...(tasks ? { tasks } : {}), ...(promises ? { promises } : {}) };
  return item['at'] === undefined ? base : { ...base, next: readNext(item) };
}

export const readOldestDueOn = (item: Item): { readonly oldestDueOn?: LocalDate } =>
  item['oldestDueOn'] === undefined ? {} : { oldestDueOn: item['oldestDueOn'] as LocalDate };

function readNext(item: Item): NextCheckpoint {
  const wakeAt = Date.parse(String(item['at']));
  const base = { installment: Number(item['installment']), code: String(item['code']) };
  if (item['checkpointAt'] === undefined) return { ...base, at: wakeAt };
  return { ...base, at: Date.parse(String(item['checkpointAt'])), wakeAt };
}
