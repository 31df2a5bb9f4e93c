import type { TimelineEntry } from '../api/answers.ts';
import type { PolicyStory, ReadBack } from './read-back.ts';

/** A policy whose timeline shows what the product does. */
export interface WorthALook {
  readonly policy: PolicyStory;
  readonly why: string;
}

type Status = Extract<TimelineEntry, { kind: 'status' }>;

const statusesOf = ({ timeline }: PolicyStory): readonly Status[] => timeline.filter((entry) => entry.kind === 'status');

const statusesInOrder = (policy: PolicyStory): string =>
  statusesOf(policy)
    .flatMap((entry) => (entry.status === undefined ? [] : [entry.status]))
    .join(' ');

const appliedTo = ({ timeline }: PolicyStory): number =>
  timeline.filter((entry) => entry.kind === 'payment' && entry.status === 'applied').length;

const coveredOf = ({ installments }: PolicyStory): number => installments.filter(({ covered }) => covered.amountMinor > 0).length;

interface Plot {
  readonly why: string;
  readonly isIt: (policy: PolicyStory) => boolean;
}

const MUCH_HAPPENED: Plot = { why: 'much happened', isIt: () => true };

/** Best first; any policy has the last ones. */
const PLOTS: readonly Plot[] = [
  { why: 'suspended, paid up, restored', isIt: (policy) => statusesInOrder(policy).startsWith('suspended active') },
  { why: 'never paid, lapsed', isIt: (policy) => policy.status === 'lapsed' && policy.standing.received.amountMinor === 0 },
  { why: 'paid in parts', isIt: (policy) => appliedTo(policy) > coveredOf(policy) && policy.standing.excessCredit.amountMinor === 0 },
  { why: 'paid too much', isIt: ({ standing }) => standing.excessCredit.amountMinor > 0 },
  { why: 'lapsed', isIt: ({ status }) => status === 'lapsed' },
  MUCH_HAPPENED,
  MUCH_HAPPENED,
  MUCH_HAPPENED,
];

const HOW_MANY = 3;

/** Three policies with different plots, as far as there are; of those with the same one, that in which most happened. */
export const worthALook = ({ policies }: ReadBack): readonly WorthALook[] => {
  const chosen: WorthALook[] = [];
  for (const { why, isIt } of PLOTS) {
    const candidates = policies.filter((policy) => isIt(policy) && !chosen.some((other) => other.policy === policy));
    const [policy] = candidates.toSorted((a, b) => b.timeline.length - a.timeline.length);
    if (policy !== undefined && chosen.length < HOW_MANY) chosen.push({ policy, why: `${why}${datesOf(policy)}` });
  }
  return chosen;
};

/** ' (suspended 2027-03-19, active 2027-03-23)' */
const datesOf = (policy: PolicyStory): string => {
  const changes = statusesOf(policy).flatMap(({ at, status }) => (status === undefined ? [] : [`${status} ${at.slice(0, 10)}`]));
  return changes.length === 0 ? '' : ` (${changes.join(', ')})`;
};
