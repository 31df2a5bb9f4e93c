import type { Item } from '../engine/change-feed.ts';
import type { CheckpointFacts } from './checkpoint-checks.ts';
import { type Report, told } from './finding.ts';
import { graceOf, isAdverseAt, thresholdOf, warnsAt } from './own-process.ts';
import { isExcused, owed, type ReliefItem } from './own-standing.ts';

const SENT = new Set(['SENT', 'DELIVERED', 'COMPLAINED']);

export interface AdverseFacts extends CheckpointFacts {
  /** Notices that SES has taken. */
  readonly accepted: Pick<ReadonlySet<string>, 'has'>;
}

/** 6: cover is not taken before grace is over, nor for small money, nor without every warning that the policyholder was to get. */
export function checkAdverse(record: Item, facts: AdverseFacts, report: Report): void {
  const { process, policy, own, client, today } = facts;
  for (const settlement of record['settlements'] as readonly {
    readonly installment: number;
    readonly code: string;
    readonly outcome: string;
  }[]) {
    const index = process.checkpoints.findIndex((c) => c.code === settlement.code);
    if (settlement.outcome !== 'acted' || !isAdverseAt(process, process.checkpoints[index])) continue;
    const say = (what: string) => report(6, `${String(policy['policyNumber'])}/${settlement.installment} ${settlement.code}: ${what}`);
    const mine = own.find((i) => i.number === settlement.installment);
    if (!mine || mine.lateDays <= graceOf(client)) say(`within grace: ${told(mine)}`);
    const relief = (policy['relief'] ?? []) as readonly ReliefItem[];
    if (mine && isExcused(today, mine, mine.dueOn, relief)) say('while relief is in force');
    const currency = String((policy['premium'] as Item)['currency']);
    if (mine && owed(mine) <= thresholdOf(process, currency, 'adverse')) say(`for too little: ${told(mine)}`);
    checkWarnings(index, settlement.installment, facts, say);
  }
}

function checkWarnings(
  adverse: number,
  installment: number,
  { process, policy, settled, notices, accepted }: AdverseFacts,
  say: (what: string) => void,
): void {
  const policyNumber = String(policy['policyNumber']);
  const firstAdverse = process.checkpoints.findIndex((c) => isAdverseAt(process, c));
  const given = settled.of(policyNumber, installment).filter(({ index, outcome, at }) => {
    const checkpoint = process.checkpoints[index];
    const isVoid = index > firstAdverse && at < settled.restoredAt(policyNumber);
    return index < adverse && outcome === 'acted' && !isVoid && checkpoint !== undefined && warnsAt(process, checkpoint);
  });
  if (given.length === 0) say('no warning was given');
  for (const { code, noticeIds } of given) {
    const unsent = noticeIds.filter((id) => !SENT.has(String(notices.get(id)?.['state'])) || !accepted.has(id));
    if (noticeIds.length === 0 || unsent.length > 0)
      say(`the warning ${code} is not sent: ${unsent.map((id) => String(notices.get(id)?.['state'])).join()}`);
  }
}
