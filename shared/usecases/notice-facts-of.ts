import { addBusinessDays, calendarOf } from '../domain/business-calendar.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { Policy } from '../domain/policy.ts';
import type { Action, Regulation } from '../domain/regulation.ts';
import type { Standing } from '../domain/standing.ts';
import type { BeneficiaryAccount, NoticeFacts, NoticeItem } from '../notices/notice-facts.ts';
import type { Sendable } from '../ports/notice-store.ts';

/** What the insurer says of itself in every message. */
export interface Insurer {
  readonly name: string;
  readonly accounts: readonly BeneficiaryAccount[];
}

interface Known {
  readonly sendable: Sendable;
  readonly regulation: Regulation;
  readonly standing: Standing;
  readonly today: LocalDate;
  readonly insurer: Insurer;
}

/** Facts of a message, from what was read at the claim: so it never says an amount that is not owed any more. */
export function noticeFactsOf({ sendable, regulation, standing, today, insurer }: Known): NoticeFacts {
  const { notice, policy, client } = sendable;
  const contact = policy.participants['accountManager'];
  const actions = notice.actions.flatMap((code) => regulation.actions.find((a) => a.code === code) ?? []);
  return {
    kind: notice.kind,
    language: notice.recipient.language,
    insurerName: insurer.name,
    recipient: { name: notice.recipient.name },
    audience: notice.audience,
    today,
    policyholderName: client.name,
    items: itemsOf(policy, standing, notice.installment),
    actions: actions.map((action) => asked(action, policy, today)),
    ...(notice.consequence ? { consequence: notice.consequence } : {}),
    ...(contact ? { contact: { name: contact.name, email: contact.email } } : {}),
    accounts: insurer.accounts,
  };
}

function itemsOf(policy: Policy, standing: Standing, number: number): readonly NoticeItem[] {
  const { currency } = policy.premium;
  return standing.installments
    .filter((i) => i.number === number)
    .map((i) => ({
      policyNumber: policy.policyNumber,
      product: policy.product,
      installment: i.number,
      installmentCount: policy.installments.length,
      dueOn: i.effectiveDueOn,
      amount: { amountMinor: i.amountMinor, currency },
      outstanding: { amountMinor: i.outstandingMinor, currency },
      daysPastDue: i.daysPastDue,
    }));
}

const DEFAULT_BUSINESS_DAYS = 2;

function asked({ code, title, technique, expectedResult, kind, dueInBusinessDays }: Action, policy: Policy, today: LocalDate) {
  const base = { code, title, technique, expectedResult };
  if (kind !== 'task' && kind !== 'escalate') return base;
  return { ...base, dueOn: addBusinessDays(today, dueInBusinessDays ?? DEFAULT_BUSINESS_DAYS, calendarOf(policy.country)) };
}
