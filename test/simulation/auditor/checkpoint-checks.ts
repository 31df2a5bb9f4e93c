import type { Change, Item } from '../engine/change-feed.ts';
import { type Report, told } from './finding.ts';
import { wallClock } from './own-dates.ts';
import { isAdverseAt, nominalDay, type Process, thresholdOf, warnsAt } from './own-process.ts';
import { type OwnInstallment, owed } from './own-standing.ts';
import type { Settled, SettledCheckpoints } from './settled-checkpoints.ts';

export interface CheckpointFacts {
  readonly policy: Item;
  /** Days, as the client was served. */
  readonly grace: number;
  readonly process: Process;
  readonly own: readonly OwnInstallment[];
  readonly now: number;
  /** Where the policy is. */
  readonly today: string;
  readonly settled: SettledCheckpoints;
  readonly notices: ReadonlyMap<string, Item>;
  /** What was written together. */
  readonly together: readonly Change[];
}

interface Settlement {
  readonly installment: number;
  readonly code: string;
  readonly on: string;
  readonly outcome: string;
}

/** Clocks may be wrong by so much. */
const SKEW_MS = 5 * 60_000;

/** 5: each checkpoint is settled in its turn, not before its time, and as the money stands in that moment. */
export function checkSettlements(record: Item, facts: CheckpointFacts, report: Report): void {
  const acted = new Set<number>();
  for (const settlement of record['settlements'] as readonly Settlement[]) {
    const say = (what: string) =>
      report(5, `${String(record['policyNumber'])}/${settlement.installment} ${settlement.code} ${settlement.outcome}: ${what}`);
    const index = facts.process.checkpoints.findIndex((c) => c.code === settlement.code);
    checkTurn(index, settlement, facts, say);
    checkTime(index, settlement, facts, say);
    checkOutcome(index, settlement, facts, say);
    if (settlement.outcome === 'acted' && acted.has(settlement.installment)) say('a second action in one run');
    if (settlement.outcome === 'acted') acted.add(settlement.installment);
    const noticeIds = lettersOf(settlement, facts);
    facts.settled.add(String(record['policyNumber']), settlement.installment, {
      code: settlement.code,
      index,
      outcome: settlement.outcome,
      at: facts.now,
      noticeIds,
    });
  }
}

type Say = (what: string) => void;

function checkTurn(index: number, { installment }: Settlement, facts: CheckpointFacts, say: Say): void {
  const before = facts.settled.of(String(facts.policy['policyNumber']), installment);
  if (index === before.length) return;
  const earlier = before[index];
  if (index > before.length || !earlier) {
    say(`${before.length} were settled before it`);
    return;
  }
  if (!mayBeLookedAtAgain(earlier, facts)) say(`it was ${earlier.outcome} already`);
}

/**
 * A checkpoint ends once. It is taken up again only when what ended it is gone: the money that cleared it, the letter that was
 * cancelled, the cover that was taken and restored; or when it is a warning that was not given and has become due.
 */
function mayBeLookedAtAgain(earlier: Settled, { process, policy, settled, notices }: CheckpointFacts): boolean {
  if (earlier.outcome === 'clear') return true; // the outcome is checked against the money
  const isCancelled = earlier.noticeIds.length > 0 && earlier.noticeIds.every((id) => lastWritten(id, notices)?.['state'] === 'CANCELLED');
  const firstAdverse = process.checkpoints.findIndex((c) => isAdverseAt(process, c));
  const isForgiven = earlier.index >= firstAdverse && settled.restoredAt(String(policy['policyNumber'])) >= earlier.at;
  const checkpoint = process.checkpoints[earlier.index];
  const wasNotGiven = earlier.outcome !== 'acted' && checkpoint !== undefined && warnsAt(process, checkpoint);
  return isCancelled || isForgiven || wasNotGiven;
}

/** A warning that came back is written again, under its id with a letter behind it. */
function lastWritten(noticeId: string, notices: ReadonlyMap<string, Item>): Item | undefined {
  const ids = [...notices.keys()].filter((id) => id.startsWith(noticeId)).toSorted();
  return notices.get(ids.at(-1) ?? noticeId);
}

function checkTime(index: number, { installment, on }: Settlement, { process, own, policy, grace, now }: CheckpointFacts, say: Say): void {
  const checkpoint = process.checkpoints[index];
  const mine = own.find((i) => i.number === installment);
  if (!checkpoint || !mine) {
    say('there is no such checkpoint or installment');
    return;
  }
  const day = nominalDay(checkpoint, { dueOn: mine.dueOn, grace, country: String(policy['country']) });
  const clock = wallClock(now + SKEW_MS, String(policy['timeZone']));
  if (clock < `${day} 09:00`) say(`at ${clock}, it has its time on ${day}`);
  if (on < day) say(`dated ${on}, it has its day on ${day}`);
}

function checkOutcome(index: number, { installment, outcome }: Settlement, facts: CheckpointFacts, say: Say): void {
  const { process, policy, own } = facts;
  const mine = own.find((i) => i.number === installment);
  const checkpoint = process.checkpoints[index];
  if (!mine || !checkpoint) return;
  const currency = String((policy['premium'] as Item)['currency']);
  const isCovered = owed(mine) <= thresholdOf(process, currency, 'start');
  if (isCovered !== (outcome === 'clear')) say(`${told(mine)}`);
  if (outcome === 'superseded' && (warnsAt(process, checkpoint) || isAdverseAt(process, checkpoint))) say('others depend on it');
  if (outcome === 'acted' && warnsAt(process, checkpoint) && lettersOf({ installment, code: checkpoint.code }, facts).length === 0)
    say('without a letter');
}

const lettersOf = ({ installment, code }: Pick<Settlement, 'installment' | 'code'>, { together }: CheckpointFacts): readonly string[] =>
  together.flatMap(({ table, after, before }) => {
    const isLetter =
      table === 'Notices' &&
      !before &&
      after?.['installment'] === installment &&
      after['checkpoint'] === code &&
      after['audience'] === 'policyholder';
    return isLetter ? [String(after['noticeId'])] : [];
  });
