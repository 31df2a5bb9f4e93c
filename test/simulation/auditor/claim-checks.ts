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
  const policyNumber = String(after['policyNumber']);
  const [policy, account] = [books.policies.get(policyNumber), books.accounts.get(policyNumber)];
  const say = (what: string) => report(7, `${String(after['kind'])} of ${policyNumber}/${String(after['installment'])} claimed: ${what}`);
  if (!policy || !account) {
    say('no such policy');
    return;
  }
  const status = String(account['status']);
  const needed = NEEDED_STATUS[String(after['kind'])];
  if (needed !== undefined) {
    status === needed ? undefined : say(`the policy is ${status}`);
    return;
  }
  if (status !== 'active' && status !== 'suspended') {
    say(`the policy is ${status}`);
    return;
  }
  const tasks = ((after['tasks'] ?? []) as readonly Item[]).map(({ taskId }) => books.tasks.get(String(taskId)));
  const open = tasks.filter((task) => task?.['status'] === 'open');
  if (tasks.length > 0 && open.length === 0) say('its task is not open');
  if (open.some((task) => task?.['kind'] !== 'action')) return; // a dead address and an approval are no matter of what is owed
  const today = wallDate(now, String(policy['timeZone']));
  const mine = ownStanding(policy, books.appliedTo(policyNumber), today).find((i) => i.number === after['installment']);
  const currency = String((policy['premium'] as Item)['currency']);
  if (!mine || owed(mine) <= thresholdOf(processOf(policy), currency, 'start')) {
    say(`nothing is owed: ${told(mine)}`);
    return;
  }
  const relief = (policy['relief'] ?? []) as readonly ReliefItem[];
  const days = [now - SKEW_MS, now, now + SKEW_MS].map((ms) => wallDate(ms, String(policy['timeZone'])));
  if (days.every((day) => isExcused(day, mine, mine.dueOn, relief))) say('it is on hold or put off');
}
