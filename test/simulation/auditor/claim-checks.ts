import type { Change, Item } from '../engine/change-feed.ts';
import type { Books } from './books.ts';
import { type Report, told } from './finding.ts';
import { wallDate } from './own-dates.ts';
import { type Process, thresholdOf } from './own-process.ts';
import { isExcused, owed, ownStanding, type ReliefItem } from './own-standing.ts';

const SKEW_MS = 5 * 60_000;

const NEEDED_STATUS: Readonly<Record<string, string>> = { suspend: 'suspended', lapse: 'lapsed', reinstate: 'active' };

/** 7: in the moment a letter is taken up to be sent, what it says is true: the money is owed, and nothing excuses it. */
export function checkClaim(
  { before, after }: Change,
  books: Books,
  processOf: (policy: Item) => Process,
  now: number,
  report: Report,
): void {
  if (after?.['state'] !== 'CLAIMED' || before?.['state'] === 'CLAIMED') return;
  const untrue = whyUntrue(after, books, processOf, now);
  if (untrue) report(7, `${String(after['kind'])} of ${String(after['policyNumber'])}/${String(after['installment'])} claimed: ${untrue}`);
}

function whyUntrue(notice: Item, books: Books, processOf: (policy: Item) => Process, now: number): string | undefined {
  const policyNumber = String(notice['policyNumber']);
  const [policy, account] = [books.policies.get(policyNumber), books.accounts.get(policyNumber)];
  if (!policy || !account) return 'no such policy';
  const status = String(account['status']);
  const needed = NEEDED_STATUS[String(notice['kind'])] ?? (status === 'suspended' ? status : 'active');
  if (status !== needed) return `the policy is ${status}`;
  if (NEEDED_STATUS[String(notice['kind'])]) return undefined;
  const tasks = ((notice['tasks'] ?? []) as readonly Item[]).map(({ taskId }) => books.tasks.get(String(taskId)));
  const open = tasks.filter((task) => task?.['status'] === 'open');
  if (tasks.length > 0 && open.length === 0) return 'its task is not open';
  if (open.some((task) => task?.['kind'] !== 'action')) return undefined; // a dead address and an approval are no matter of what is owed
  return whyNotOwed(notice, policy, { applied: books.moneyOf(policyNumber), process: processOf(policy), now });
}

interface MoneyNow {
  readonly applied: readonly Item[];
  readonly process: Process;
  readonly now: number;
}

function whyNotOwed(notice: Item, policy: Item, { applied, process, now }: MoneyNow): string | undefined {
  const timeZone = String(policy['timeZone']);
  const mine = ownStanding(policy, applied, wallDate(now, timeZone)).find((i) => i.number === notice['installment']);
  const currency = String((policy['premium'] as Item)['currency']);
  if (!mine || owed(mine) <= thresholdOf(process, currency, 'start')) return `nothing is owed: ${told(mine)}`;
  const relief = (policy['relief'] ?? []) as readonly ReliefItem[];
  const days = [now - SKEW_MS, now, now + SKEW_MS].map((ms) => wallDate(ms, timeZone));
  return days.every((day) => isExcused(day, mine, mine.dueOn, relief)) ? 'it is on hold or put off' : undefined;
}
