import type { Item } from '../engine/change-feed.ts';
import type { Books } from './books.ts';
import { type Report, told } from './finding.ts';
import type { HeldClasses } from './held-classes.ts';
import type { ModelVersions } from './model-versions.ts';
import { dayAfter, daysFrom, wallDate } from './own-dates.ts';
import { isAdverseAt, nominalDay, type Process, type ProcessCheckpoint, thresholdOf } from './own-process.ts';
import { isExcused, isPastDue, type OwnInstallment, owed, ownStanding, type ReliefItem } from './own-standing.ts';
import type { SettledCheckpoints } from './settled-checkpoints.ts';
import { isOpenStatus } from './wake-up-checks.ts';

export interface FinalFacts {
  readonly books: Books;
  readonly now: number;
  readonly processOf: (policy: Item) => Process;
  readonly settled: SettledCheckpoints;
  readonly classes: HeldClasses;
  readonly models: ModelVersions;
  /** Inputs of the schedules that wait, with their times. */
  readonly schedules: readonly { readonly policyNumber: string; readonly generation: number; readonly at: number }[];
  /** Schedules that a fault destroyed, by policy and generation: only the watchdog will find them. */
  readonly destroyed: ReadonlySet<string>;
}

const MINUTE = 60_000;
const DAY_MS = 86_400_000;
const ENDED = new Set(['SENT', 'DELIVERED', 'BOUNCED', 'COMPLAINED', 'CANCELLED', 'FAILED', 'UNKNOWN']);

/** Long after the last fault: what should have happened has happened, and what did not is visible. */
export function checkAtRest(facts: FinalFacts, report: Report): void {
  const { books } = facts;
  for (const [policyNumber, account] of books.accounts) if (isOpenStatus(account)) checkOpenPolicy(policyNumber, facts, report);
  for (const [noticeId, notice] of books.notices)
    if (!ENDED.has(String(notice['state']))) report(11, `notice ${noticeId} is left ${String(notice['state'])}`);
  const waiting = new Set([...books.outbox.values()].map((intent) => intent['noticeId']));
  for (const [noticeId, { state }] of books.notices)
    if (state === 'UNKNOWN' && !waiting.has(noticeId)) report(11, `nobody sees that notice ${noticeId} is UNKNOWN`);
  for (const intent of books.outbox.values())
    if (books.notices.get(String(intent['noticeId']))?.['state'] !== 'UNKNOWN') report(11, `left in the Outbox: ${told(intent)}`);
}

function checkOpenPolicy(policyNumber: string, facts: FinalFacts, report: Report): void {
  const { books, now, schedules, destroyed, processOf } = facts;
  const [policy, next, account] = [books.policies.get(policyNumber), books.nexts.get(policyNumber), books.accounts.get(policyNumber)];
  if (!policy || !next) {
    report(9, `${policyNumber} is not whole`);
    return;
  }
  const at = Date.parse(String(next['at']));
  const generation = Number(next['generation']);
  if (at < now - 30 * MINUTE) report(5, `${policyNumber} has waited for ${String(next['code'])} since ${String(next['at'])}`);
  const armed = schedules.some((s) => s.policyNumber === policyNumber && s.generation === generation && s.at === at);
  if (!armed && at > now && !destroyed.has(`${policyNumber}#${generation}`))
    report(9, `${policyNumber} has no schedule of generation ${generation}`);
  const process = processOf(policy);
  const today = wallDate(now, String(policy['timeZone']));
  const own = ownStanding(policy, books.moneyOf(policyNumber), today);
  const pastDue = own.filter(isPastDue).reduce((sum, i) => sum + owed(i), 0n);
  const owesSince = own
    .filter(isPastDue)
    .map((i) => i.dueOn)
    .toSorted()[0];
  if (owesSince && !(String(next['oldestDueOn']) <= owesSince))
    report(11, `${policyNumber} owes since ${owesSince} and is listed since ${String(next['oldestDueOn'])}`);
  const currency = String((policy['premium'] as Item)['currency']);
  if (account?.['status'] === 'suspended' && pastDue <= thresholdOf(process, currency, 'adverse'))
    report(10, `${policyNumber} stays suspended, past due is ${pastDue}`);
  for (const installment of own) checkNoneSkipped(installment, { policy, process, today, currency }, facts, report);
}

interface OfPolicy {
  readonly policy: Item;
  readonly process: Process;
  readonly today: string;
  readonly currency: string;
}

/** Weekends, holidays, and a day's wait for a payment that came between two looks. */
const SLACK_DAYS = 10;

/**
 * 5: long after the last day of its process an installment has nothing left to settle, unless its process makes it wait: an
 * adverse checkpoint for its warnings. (That none is left out in between is seen when each is settled.)
 */
function checkNoneSkipped(
  installment: OwnInstallment,
  { policy, process, today, currency }: OfPolicy,
  facts: FinalFacts,
  report: Report,
): void {
  const policyNumber = String(policy['policyNumber']);
  const done = facts.settled.of(policyNumber, installment.number);
  const [first, last] = [process.checkpoints[done.length], process.checkpoints.at(-1)];
  if (!first || !last) return;
  const grace = facts.models.longestGrace();
  const dayOf = (checkpoint: ProcessCheckpoint) =>
    nominalDay(checkpoint, { dueOn: installment.dueOn, grace, country: String(policy['country']) });
  const covered = owed(installment) <= thresholdOf(process, currency, 'start');
  const waits = !covered && process.checkpoints.slice(0, done.length + 1).some((c) => isAdverseAt(process, c));
  const late = done.map(({ index, at }) => Math.max(0, Math.round((at - Date.parse(dayOf(process.checkpoints[index] ?? first))) / DAY_MS)));
  const relief = (policy['relief'] ?? []) as readonly ReliefItem[];
  if (isExcused(today, installment, installment.dueOn, relief)) return; // its checkpoints have moved behind a day that is still to come
  const excused = daysFrom(installment.dueOn, today).filter((day) => isExcused(day, installment, installment.dueOn, relief));
  const latest = dayAfter(dayOf(last), Math.max(0, ...late) + excused.length + SLACK_DAYS);
  if (latest < today && !waits) report(5, `${policyNumber}/${installment.number} ${first.code} was skipped: its day was ${dayOf(first)}`);
}
