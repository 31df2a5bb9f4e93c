import type { Change, Item } from '../engine/change-feed.ts';
import type { Books } from './books.ts';
import type { Report } from './finding.ts';

const OPEN = new Set(['active', 'suspended']);

export const isOpenStatus = (account: Item | undefined): boolean => OPEN.has(String(account?.['status']));

/**
 * 9: what is open has exactly one next checkpoint, what is closed has none. A policy that a reversal opened again gets its next
 * one from the wake that the reversal left in the Outbox.
 */
export function checkNext(books: Books, policyNumber: string, report: Report): void {
  const [account, next] = [books.accounts.get(policyNumber), books.nexts.get(policyNumber)];
  if (!account) return;
  const hasNext = next?.['at'] !== undefined && next['dueBucket'] !== undefined;
  const isWoken = [...books.outbox.values()].some((intent) => intent['kind'] === 'wake' && intent['policyNumber'] === policyNumber);
  const isRight = isOpenStatus(account) ? hasNext || isWoken : !hasNext;
  if (!isRight) report(9, `${policyNumber} is ${String(account['status'])} and its next checkpoint is ${String(next?.['at'])}`);
}

/** Each change of it is one generation. */
export function checkGeneration({ before, after }: Change, report: Report): void {
  if (!before || !after || after['record'] !== 'nextCheckpoint') return;
  if (Number(after['generation']) !== Number(before['generation']) + 1)
    report(9, `${String(after['policyNumber'])} went from generation ${String(before['generation'])} to ${String(after['generation'])}`);
}
