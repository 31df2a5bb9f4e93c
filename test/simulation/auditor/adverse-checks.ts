import type { Item } from '../engine/change-feed.ts';
import type { CheckpointFacts } from './checkpoint-checks.ts';
import { type Report, told } from './finding.ts';
import { wallDate, workdaysFrom } from './own-dates.ts';
import { isAdverseAt, thresholdOf, warnsAt } from './own-process.ts';
import { isExcused, owed, type ReliefItem } from './own-standing.ts';

const SENT = new Set(['SENT', 'DELIVERED', 'COMPLAINED']);

export interface AdverseFacts extends CheckpointFacts {
  /** Notices that SES has taken. */
  readonly accepted: Pick<ReadonlySet<string>, 'has'>;
  readonly reconciledThrough: string;
  readonly tasks: ReadonlyMap<string, Item>;
}

/** 6: cover is not taken before grace is over, nor for small money, nor without every warning that the policyholder was to get, nor on the day he got it. */
export function checkAdverse(record: Item, facts: AdverseFacts, report: Report): void {
  const { process, policy } = facts;
  for (const { installment, code, outcome } of record['settlements'] as readonly Settled[]) {
    const index = process.checkpoints.findIndex((c) => c.code === code);
    if (outcome !== 'acted' || !isAdverseAt(process, process.checkpoints[index])) continue;
    const say = (what: string) => report(6, `${String(policy['policyNumber'])}/${installment} ${code}: ${what}`);
    checkMoment(installment, facts, say);
    checkWarnings(index, installment, facts, say);
  }
}

interface Settled {
  readonly installment: number;
  readonly code: string;
  readonly outcome: string;
}

type Say = (what: string) => void;

function checkMoment(installment: number, { process, policy, own, grace, today, reconciledThrough }: AdverseFacts, say: Say): void {
  const mine = own.find((i) => i.number === installment);
  if (!mine || mine.lateDays <= grace) {
    say(`within grace: ${told(mine)}`);
    return;
  }
  if (today > String(policy['coverTo'])) say('after the end of cover');
  if (isExcused(today, mine, mine.dueOn, (policy['relief'] ?? []) as readonly ReliefItem[])) say('while relief is in force');
  if (owed(mine) <= thresholdOf(process, String((policy['premium'] as Item)['currency']), 'adverse')) say(`for too little: ${told(mine)}`);
  if (process.requiresReconciledThrough && reconciledThrough < mine.dueOn) say(`statements are imported through '${reconciledThrough}'`);
}

function checkWarnings(adverse: number, installment: number, facts: AdverseFacts, say: Say): void {
  const { process, policy, settled, notices, today } = facts;
  const policyNumber = String(policy['policyNumber']);
  const firstAdverse = process.checkpoints.findIndex((c) => isAdverseAt(process, c));
  const given = settled.of(policyNumber, installment).filter(({ index, outcome, at }) => {
    const checkpoint = process.checkpoints[index];
    const isVoid = index > firstAdverse && at < settled.restoredAt(policyNumber);
    return index < adverse && outcome === 'acted' && !isVoid && checkpoint !== undefined && warnsAt(process, checkpoint);
  });
  if (given.length === 0) say('no warning was given');
  for (const { code, noticeIds } of given) {
    const letters = noticeIds.map((id) => ({ id, givenAt: givenAt(newestOf(id, notices), facts) }));
    const missing = letters.filter(({ givenAt: at }) => at === undefined).map(({ id }) => String(notices.get(id)?.['state']));
    if (noticeIds.length === 0 || missing.length > 0) say(`the warning ${code} is not given: ${missing.join()}`);
    for (const { givenAt: at } of letters) {
      const earliest = at && workdaysFrom(wallDate(Date.parse(at), String(policy['timeZone'])), 1, String(policy['country']));
      if (earliest && today < earliest) say(`the warning ${code} was given at ${at}`);
    }
  }
}

/** A letter that came back is said again by another, to another address. */
function newestOf(noticeId: string, notices: AdverseFacts['notices']): string {
  const next = [...notices.values()].find((notice) => notice['replaces'] === noticeId);
  return next ? newestOf(String(next['noticeId']), notices) : noticeId;
}

/** When it left us and did not come back, or a person told what it says; undefined: neither. '': nobody wrote down when. */
function givenAt(noticeId: string, { notices, accepted, tasks }: AdverseFacts): string | undefined {
  const notice = notices.get(noticeId);
  if (SENT.has(String(notice?.['state'])) && accepted.has(noticeId)) return String(notice?.['at'] ?? '');
  const results = [...tasks.values()].filter((t) => t['noticeId'] === noticeId).map((t) => t['result'] as Item | undefined);
  const told = results.find((result) => result?.['outcome'] === 'done');
  return told && String(told['at']);
}
