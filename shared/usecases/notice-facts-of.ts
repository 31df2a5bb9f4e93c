import { consultedFor } from '../domain/control/addressees.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { Notice, NoticeTask } from '../domain/notice.ts';
import type { Policy } from '../domain/policy.ts';
import type { Regulation } from '../domain/regulation.ts';
import type { Standing } from '../domain/standing.ts';
import type { BeneficiaryAccount, NoticeFacts, NoticeItem } from '../notices/notice-facts.ts';
import type { Sendable } from '../ports/notice-store.ts';

/** What the insurer says of itself in every message. */
export interface Insurer {
  readonly name: string;
  readonly accounts: readonly BeneficiaryAccount[];
}

export interface LinkedTask extends NoticeTask {
  readonly url: string;
}

interface Known {
  readonly sendable: Sendable;
  readonly regulation: Regulation;
  readonly standing: Standing;
  readonly today: LocalDate;
  readonly insurer: Insurer;
  /** The recipient's, each with the signed link to its page. */
  readonly tasks: readonly LinkedTask[];
}

/** Facts of a message, from what was read at the claim: so it never says an amount that is not owed any more. */
export function noticeFactsOf({ sendable, regulation, standing, today, insurer, tasks }: Known): NoticeFacts {
  const { notice, policy, client } = sendable;
  const contact = policy.participants['accountManager'];
  return {
    kind: notice.kind,
    language: notice.recipient.language,
    insurerName: insurer.name,
    recipient: { name: notice.recipient.name },
    audience: notice.audience,
    today,
    policyholderName: client.name,
    items: itemsOf(policy, standing, notice.installment),
    actions: asked(sendable, regulation, tasks),
    ...(notice.consequence ? { consequence: notice.consequence } : {}),
    ...(contact ? { contact: { name: contact.name, email: contact.email } } : {}),
    accounts: insurer.accounts,
    ...(isFirstReminder(notice, regulation) ? { calendarStampedAt: notice.createdAt } : {}),
  };
}

/** The due date is put into a calendar once: another file for the same date would only ask again. */
const isFirstReminder = ({ checkpoint, kind, audience }: Notice, { checkpoints: [first] }: Regulation): boolean =>
  audience === 'policyholder' && kind === 'remind' && checkpoint === first?.code;

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

/** What a participant is asked for: the regulation's actions that address him, and tasks that are in no regulation. */
function asked({ notice, policy, client }: Sendable, regulation: Regulation, tasks: readonly LinkedTask[]): NoticeFacts['actions'] {
  const ofRegulation = notice.actions.flatMap((code) => regulation.actions.find((a) => a.code === code) ?? []);
  const own = tasks.filter(({ action }) => !ofRegulation.some((a) => a.code === action.code));
  return [
    ...ofRegulation.map(({ code, title, technique, expectedResult }) => {
      const task = tasks.find(({ action }) => action.code === code);
      const consult = notice.audience === 'responsible' ? consultedFor(code, regulation, policy, client) : [];
      const whom = consult.length > 0 ? { consult: consult.map(({ name, email }) => ({ name, email })) } : {};
      return { code, title, technique, expectedResult, ...whom, ...(task ? doing(task) : {}) };
    }),
    ...own.map((task) => ({ ...task.action, ...doing(task) })),
  ];
}

const doing = ({ dueOn, url }: LinkedTask) => ({ dueOn, taskUrl: url });
