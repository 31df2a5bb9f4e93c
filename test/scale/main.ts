/**
 * `npm run scale`: a year of a portfolio of this size, counted by the functions that spread and date
 * its checkpoints in production; what one of each run costs, measured through the deployed functions; which quota of AWS breaks first,
 * and what a policy costs a year. A table and one line of JSON each. Figures to change: test/scale/data.
 */
import { readFlags, refuseFlags } from '../../infra/tools/flags.ts';
import { report } from '../bench/report.ts';
import { countYear, yearTables } from './count/count-year.ts';
import { portfolio } from './count/portfolio.ts';
import { instantAt, MINUTES } from './count/window.ts';
import { QUOTAS } from './data/quotas.ts';
import { demandOf } from './judge/demand.ts';
import { judge } from './judge/limits.ts';
import { ofBuckets } from './judge/peaks.ts';
import { yearlyCost } from './judge/yearly-cost.ts';
import { measureUnitCosts } from './measure/unit-costs.ts';

const USAGE = `npm run scale [-- --policies 10000000] [--seed 1]

  --policies    how large the portfolio is
  --seed        another portfolio of that size; the same seed makes the same one`;

const { values } = readFlags(USAGE, {
  options: { policies: { type: 'string', default: '10000000' }, seed: { type: 'string', default: '1' } },
});
const [policies, seed] = [Number(values.policies), Number(values.seed)];
if (!Number.isSafeInteger(policies) || policies < 1 || !Number.isSafeInteger(seed))
  refuseFlags(USAGE, '--policies and --seed are whole numbers');

const progress = (text: string) => process.stderr.write(process.stderr.isTTY ? `\r${text.padEnd(60)}` : '');
const whole = (n: number) => Math.round(n).toLocaleString('en');
const decimals = (n: number) => (n < 10 ? n.toFixed(2) : whole(n));

const begun = performance.now();
progress('measuring what one of each costs …');
const costs = await measureUnitCosts();
const letters = costs.runs.map(({ bill }) => bill.ses);
const onProgress = (done: number) => progress(`${whole(done)} of ${whole(policies)} policies`);
const counters = countYear(portfolio(policies, seed), yearTables(), { seed, letters, onProgress });
progress('');

const demand = demandOf(counters, costs, policies);
const judged = judge(QUOTAS, demand.needed, policies);
const wakeUps = Array.from({ length: MINUTES }, (_, minute) => ofBuckets(counters.fires)(minute)).reduce((all, some) => all + some, 0);
const minute = (at: number) => `${new Date(instantAt(at)).toISOString().slice(0, 16)}Z`;
report(
  `a year of ${whole(policies)} policies`,
  ['', 'count'],
  [
    ['wake-ups of a policy', (wakeUps / policies).toFixed(1)],
    [`wake-ups in the worst minute, ${minute(demand.worstMinute.at)}`, whole(demand.worstMinute.count)],
    [`letters in the worst minute, ${minute(demand.worstLetterMinute.at)}`, whole(demand.worstLetterMinute.count)],
    ['letters on the worst day', whole(demand.mostLettersOn.count)],
  ],
);
report(
  'quotas, the first to break first',
  ['quota', 'needed', 'limit', 'used', 'breaks at, policies', 'can be raised'],
  judged.map((q) => [
    q.name,
    `${decimals(q.needed)}${q.unit}`,
    `${whole(q.limit)}${q.unit}`,
    `${decimals(q.used * 100)} %`,
    whole(q.breaksAt),
    q.adjustable ? 'yes' : 'no',
  ]),
);
const cost = yearlyCost(counters, costs, policies);
const yearly = Object.values(cost).reduce((all, some) => all + some, 0);
report(
  'dollars a policy and year',
  ['for', '$'],
  [...Object.entries(cost).map(([item, amount]) => [item, amount.toFixed(6)]), ['all', yearly.toFixed(6)]],
);
const first = judged[0];
if (first) console.log(`First to break: ${first.name}, at ${whole(first.breaksAt)} policies.`);
const peakMb = process.resourceUsage().maxRSS / 1024;
console.log(`${((performance.now() - begun) / 1000).toFixed(1)} s, peak memory ${whole(peakMb)} MB.`);
