import type { Gist } from '../gist.ts';
import type { ParticipantOccasion, PolicyholderOccasion } from '../occasion.ts';

/** Everything a message says in one language. A language that misses a key, or a sentence of one, does not compile. */
export interface Wording {
  readonly greeting: (name: string, audience: 'policyholder' | 'participant') => string;
  readonly headings: Readonly<Record<ParticipantOccasion, Say>>;
  readonly subjects: {
    readonly policyholder: (heading: string, gist: Gist) => string;
    readonly participant: (heading: string, gist: Gist) => string;
    readonly forAction: (subject: string) => string;
    readonly forInformation: (subject: string) => string;
  };
  readonly leads: {
    readonly policyholder: Readonly<Record<PolicyholderOccasion, Say>>;
    readonly participant: Readonly<Record<ParticipantOccasion, Say>>;
  };
  /** Said to a participant after the lead: what he has to do with it. */
  readonly roles: Readonly<Record<'responsible' | 'informed', string>>;
  readonly installment: (number: number, count: number) => string;
  readonly days: (count: number) => string;
  readonly labels: Readonly<Record<Label, string>>;
  readonly titles: Readonly<Record<Title, string>>;
  /** How the payment finds its policy. */
  readonly payByReference: { readonly one: string; readonly several: string };
  /** Of several policies each stands by itself: who pays one keeps that one. */
  readonly consequences: Readonly<Record<'suspend' | 'lapse', (date: string, gist: Gist) => string>>;
  readonly alreadyPaid: string;
  readonly openTask: string;
  readonly contact: Readonly<Record<'policyholder' | 'participant', string>>;
  readonly regards: string;
  readonly footer: (insurer: string) => string;
  /** The link that opens a banking app on the phone which shows the message. */
  readonly payInApp: string;
  /** Under a code to scan. */
  readonly paymentCode: (amount: string, policyNumber: string) => string;
  /** Title of the due date in a calendar. */
  readonly calendarEntry: (amount: string, policyNumber: string) => string;
}

type Say = (gist: Gist) => string;

/** Names of the rows. */
export type Label =
  | 'policyholder'
  | 'policy'
  | 'product'
  | 'installment'
  | 'dueOn'
  | 'pastDue'
  | 'amount'
  | 'paid'
  | 'outstanding'
  | 'reference'
  | 'beneficiary'
  | 'registryCode'
  | 'action'
  | 'technique'
  | 'expectedResult'
  | 'consult'
  | 'doBy';

/** Names of the sections. */
export type Title = 'details' | 'total' | 'payment' | 'expectedOfYou' | 'beingDone';
