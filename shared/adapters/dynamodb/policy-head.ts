import type { PolicyHead } from '../../ports/policy-store.ts';
import type { Item } from './item.ts';
import { RECORDS, readAccount, readPolicy, readProgress } from './policy-items.ts';

/** The three records of a policy, read together. */
export function readHead(items: readonly Item[]): PolicyHead | undefined {
  const record = (name: string) => items.find((item) => item['record'] === name);
  const [policy, account, progress] = [record(RECORDS.policy), record(RECORDS.account), record(RECORDS.nextCheckpoint)];
  if (!policy || !account || !progress) return undefined;
  return { policy: readPolicy(policy), account: readAccount(account), progress: readProgress(progress) };
}
