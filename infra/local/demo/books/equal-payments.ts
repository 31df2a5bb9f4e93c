import type { LocalDate } from '../../../../shared/domain/local-date.ts';
import type { Money } from '../../../../shared/domain/money.ts';
import type { CellAnswer, TimelineEntry } from '../api/answers.ts';
import type { PolicyStory, ReadBack } from './read-back.ts';

/** Two late payments that are alike, and what came of the significance of who paid them. */
export interface EqualPayments {
  readonly amount: Money;
  readonly dueOn: LocalDate;
  readonly paidOn: LocalDate;
  readonly courses: readonly Course[];
}

export interface Course {
  readonly policy: PolicyStory;
  readonly class: CellAnswer['class'];
  /** What was done after the due date and before the payment: '2027-09-14 Call the policyholder'. */
  readonly steps: readonly string[];
}

type Checkpoint = Extract<TimelineEntry, { kind: 'checkpoint' }>;

/** undefined: the story ended before both were paid, or they are not in it. */
export const equalPayments = (found: ReadBack, twins: readonly string[]): EqualPayments | undefined => {
  const policies = found.policies.filter(({ policyNumber }) => twins.includes(policyNumber));
  const [due] = policies.flatMap(({ installments }) => installments);
  const payments = policies.flatMap(({ timeline }) => timeline.filter((entry) => entry.kind === 'payment'));
  const [paid] = payments;
  if (due === undefined || paid === undefined || policies.length < 2 || payments.length < policies.length) return undefined;
  const courses = policies.flatMap((policy) => courseOf(found, policy, { dueOn: due.dueOn, paidAt: paid.at }));
  return { amount: due.amount, dueOn: due.dueOn, paidOn: paid.receivedOn, courses };
};

interface Between {
  readonly dueOn: LocalDate;
  readonly paidAt: string;
}

const courseOf = ({ actions }: ReadBack, policy: PolicyStory, { dueOn, paidAt }: Between): readonly Course[] => {
  const titleOf = new Map(actions.map(({ code, title }) => [code, title]));
  const late = policy.timeline.filter((entry): entry is Checkpoint => entry.kind === 'checkpoint' && entry.at > dueOn && entry.at < paidAt);
  const steps = late
    .filter(({ outcome }) => outcome === 'acted')
    .map(({ at, actions: codes }) => `${at.slice(0, 10)} ${codes.map((code) => titleOf.get(code) ?? code).join(', ')}`);
  return late.slice(0, 1).map(({ inputs }) => ({ policy, class: inputs.conditions.class, steps }));
};
