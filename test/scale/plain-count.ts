import { bucketOf } from '../../shared/domain/bucket.ts';
import { checkpointInstant } from '../../shared/domain/checkpoint-dates.ts';
import { addDays, type LocalDate, maxDate } from '../../shared/domain/local-date.ts';
import { coverFromOf, coverToOf, dueDays } from './count/due-days.ts';
import { CHECKPOINTS, type InstallmentDays, installmentDays } from './count/installment-days.ts';
import type { Contract, PolicyOfYear } from './count/portfolio.ts';
import { START_MS } from './count/window.ts';
import { CLASSES, MARKETS, PLANS, WRITTEN_OFF_AFTER_DAYS, YEAR } from './data/assumptions.ts';

/** Wake-ups by `<bucket of the due index> <instant>`. */
export type PlainCount = Map<string, number>;

const END_MS = Date.parse(`${YEAR + 1}-01-01T00:00:00Z`);

/** The same count without tables, logs and packing: each policy's days, each day's instant, one after the other. For small portfolios. */
export function plainCount(contracts: Iterable<Contract>): PlainCount {
  const counted: PlainCount = new Map();
  for (const contract of contracts) {
    for (const policy of contract.policies) {
      for (const on of wakeDays(contract, policy)) {
        const instant = checkpointInstant(on, { clientId: contract.clientId, timeZone: marketOf(contract).timeZone });
        if (instant < START_MS || instant >= END_MS) continue;
        const key = `${bucketOf(policy.policyNumber)} ${new Date(instant).toISOString()}`;
        counted.set(key, (counted.get(key) ?? 0) + 1);
      }
    }
  }
  return counted;
}

const marketOf = ({ kind }: Contract) => at(MARKETS, kind.zone)[0];

const at = <T>(list: readonly T[], index: number): T => {
  const found = list[index];
  if (found === undefined) throw new RangeError(`nothing at ${index}`);
  return found;
};

/** The days on which a policy is woken, each once: checkpoints and late tasks until it lapses, else until it is completed. */
export function wakeDays(contract: Contract, { year, paidBefore }: PolicyOfYear): ReadonlySet<LocalDate> {
  const { kind, startDay } = contract;
  const coverFrom = coverFromOf(startDay, year);
  const { country } = marketOf(contract);
  const [significance] = at(CLASSES, kind.significance);
  const installments = dueDays(at(PLANS, kind.plan)[0], coverFrom).map((dueOn) => installmentDays({ dueOn, country, significance }));
  const coverEnd = addDays(coverToOf(coverFrom), 1);
  const lapses = installments
    .flatMap((i, n) => (paidBefore[n] === CHECKPOINTS ? [at(i.checkpoints, CHECKPOINTS - 1)] : []))
    .filter((on) => on < coverEnd)
    .toSorted();
  const days = installments.flatMap(({ checkpoints, lateTasks }, n) => [
    ...checkpoints,
    ...lateTasks.flatMap((on, index) => (on && index < at(paidBefore, n) ? [on] : [])),
  ]);
  const lapse = lapses[0];
  if (lapse) return new Set(days.filter((on) => on <= lapse));
  const completed = completedOn(installments, paidBefore, coverEnd);
  return new Set([...days.filter((on) => on < completed), completed]);
}

/**
 * Paid before the end of cover: 29 Feb 2028 → 1 Mar. Owed still: the checkpoint that finds it paid, say C8 on 13 Mar. Never paid: 30 days
 * after the last checkpoint of all, 12 Apr, when it is looked at and written off.
 */
function completedOn(installments: readonly InstallmentDays[], paidBefore: readonly number[], coverEnd: LocalDate): LocalDate {
  const isPaid = !paidBefore.includes(CHECKPOINTS);
  const found = installments.map(({ checkpoints }, n) =>
    isPaid ? at(checkpoints, at(paidBefore, n)) : addDays(at(checkpoints, CHECKPOINTS - 1), WRITTEN_OFF_AFTER_DAYS),
  );
  return found.reduce((last, on) => maxDate(last, on), coverEnd);
}
