import type { Item } from '../engine/change-feed.ts';
import type { FinalFacts } from './final-checks.ts';
import type { Report } from './finding.ts';
import { dayAfter, wallDate } from './own-dates.ts';
import { nominalDay } from './own-process.ts';
import { ownStanding } from './own-standing.ts';

/** Weekends, holidays, warnings that were late. */
const SLACK_DAYS = 10;

/**
 * 6: open policies follow the conditions that their client is served with now: what comes after grace is due by its length.
 */
export function checkFollows(policyNumber: string, facts: Omit<FinalFacts, 'schedules' | 'destroyed'>, report: Report): void {
  const { books, models, classes, now, processOf } = facts;
  const [policy, next] = [books.policies.get(policyNumber), books.nexts.get(policyNumber)];
  if (!policy || !next?.['code'] || !(books.journals.get(policyNumber) ?? []).every(isPlain)) return;
  const process = processOf(policy);
  const checkpoint = process.checkpoints.find(({ code }) => code === next['code']);
  const timeZone = String(policy['timeZone']);
  const mine = ownStanding(policy, books.moneyOf(policyNumber), wallDate(now, timeZone)).find((i) => i.number === next['installment']);
  if (checkpoint?.anchor !== 'graceEnd' || !mine) return;
  const grace = Number(models.conditionsOf(models.latest.version, classes.of(String(policy['clientId'])))?.['graceDays']);
  const dayOf = (c: typeof checkpoint) => nominalDay(c, { dueOn: mine.dueOn, grace, country: String(policy['country']) });
  const late = facts.settled
    .of(policyNumber, mine.number)
    .map(({ index, at }) => lateness(at, dayOf(process.checkpoints[index] ?? checkpoint)));
  const [earliest, latest] = [dayOf(checkpoint), dayAfter(dayOf(checkpoint), Math.max(0, ...late) + SLACK_DAYS)];
  const day = wallDate(Date.parse(String(next['at'])), timeZone);
  if (day < earliest || day > latest)
    report(6, `${policyNumber}/${mine.number} ${checkpoint.code} comes on ${day}; with ${grace} days of grace it is due on ${earliest}`);
}

const DAY_MS = 86_400_000;

const lateness = (at: number, day: string): number => Math.max(0, Math.round((at - Date.parse(day)) / DAY_MS));

/** Only that checkpoints came, and tasks and statuses of them: else a day is also moved by what happened. */
const isPlain = (record: Item): boolean =>
  PLAIN.has(String(record['kind'])) && record['status'] !== 'active' && record['reissued'] === undefined;

const PLAIN = new Set(['opened', 'checkpoint', 'task', 'status']);
