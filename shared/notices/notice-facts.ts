import type { LocalDate } from '../domain/local-date.ts';
import type { Money } from '../domain/money.ts';
import type { ActionKind, Language } from '../domain/regulation.ts';

/** Everything a message says, as facts. The templates turn it into words; nothing else decides what is said. */
export interface NoticeFacts {
  readonly kind: ActionKind;
  readonly language: Language;
  readonly insurerName: string;
  readonly recipient: { readonly name: string };
  /** The policyholder is asked to pay; a participant is told what is expected of him, or informed. */
  readonly audience: 'policyholder' | 'responsible' | 'informed';
  readonly today: LocalDate;
  readonly policyholderName: string;
  /** At least one; more when several installments of one client meet in one message. */
  readonly items: readonly NoticeItem[];
  /** What the regulation asks for, for participants; one per action that addresses him. */
  readonly actions: readonly {
    readonly code: string;
    readonly title: string;
    readonly technique: string;
    readonly expectedResult: string;
    /** Whom to ask before; only for who is responsible. */
    readonly consult?: readonly Person[];
    /** By when the responsible participant should have done it. */
    readonly dueOn?: LocalDate;
    /** Page of its task with the outcomes, signed and expiring; only for who is responsible. */
    readonly taskUrl?: string;
    /** Whose action it is, in a message about several policies. */
    readonly policyNumber?: string;
  }[];
  /** What comes next if nothing is paid: the date cover is suspended or lapses at the earliest. */
  readonly consequence?: { readonly kind: 'suspend' | 'lapse'; readonly notBefore: LocalDate };
  /** Whom to ask: the account manager. */
  readonly contact?: Person;
  /** Where premiums are paid to; the policyholder is shown those in the currencies of what he owes, with codes to scan. */
  readonly accounts?: readonly BeneficiaryAccount[];
  /** Set in the first reminder, which brings the due date as a calendar file: the instant the notice was written, ISO 8601 UTC. */
  readonly calendarStampedAt?: string;
}

export interface Person {
  readonly name: string;
  readonly email: string;
}

/** An account of the insurer, from configuration. */
export interface BeneficiaryAccount {
  readonly currency: string;
  readonly name: string;
  readonly iban: string;
  readonly bic?: string;
  /** The insurer's code in the register of legal entities (EDRPOU), which payments in Ukraine must name. */
  readonly registryCode?: string;
}

export interface NoticeItem {
  readonly policyNumber: string;
  readonly product: string;
  readonly installment: number;
  readonly installmentCount: number;
  readonly dueOn: LocalDate;
  readonly amount: Money;
  readonly outstanding: Money;
  /** 0 before and on the due date. */
  readonly daysPastDue: number;
}

export interface Message {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Absent when there are none. The HTML shows those with a content id: a message sent without them has holes. */
  readonly attachments?: readonly Attachment[];
}

export interface Attachment {
  readonly filename: string;
  readonly contentType: string;
  readonly content: Uint8Array;
  /** Of a picture inside the HTML. */
  readonly cid?: string;
}
