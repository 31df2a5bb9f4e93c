import type { FinalFacts } from './final-checks.ts';
import type { Report } from './finding.ts';
import { wallDate } from './own-dates.ts';
import { nominalDay } from './own-process.ts';
import { ownStanding } from './own-standing.ts';

/**
 * 6: open policies follow the conditions that their client is served with now: none is woken for what comes after grace before its end.
 * (Where grace has become shorter, a day that a warning has announced stays: of that the next day says nothing.)
 */
export function checkFollows(policyNumber: string, facts: Omit<FinalFacts, 'schedules' | 'destroyed'>, report: Report): void {
  const { books, models, classes, now, processOf } = facts;
  const [policy, next] = [books.policies.get(policyNumber), books.nexts.get(policyNumber)];
  if (!policy || !next) return;
  const timeZone = String(policy['timeZone']);
  const checkpoint = processOf(policy).checkpoints.find(({ code }) => code === next['code']);
  const mine = ownStanding(policy, books.moneyOf(policyNumber), wallDate(now, timeZone)).find((i) => i.number === next['installment']);
  if (checkpoint?.anchor !== 'graceEnd' || !mine) return;
  const grace = Number(models.conditionsOf(models.latest.version, classes.of(String(policy['clientId'])))?.['graceDays']);
  const earliest = nominalDay(checkpoint, { dueOn: mine.dueOn, grace, country: String(policy['country']) });
  const day = wallDate(Date.parse(String(next['checkpointAt'] ?? next['at'])), timeZone); // a task may want it to be woken before
  if (day < earliest)
    report(6, `${policyNumber}/${mine.number} ${checkpoint.code} comes on ${day}; with ${grace} days of grace not before ${earliest}`);
}
