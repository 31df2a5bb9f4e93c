import type { NoticeFacts, NoticeItem, Person } from './notice-facts.ts';
import { oneLine } from './one-line.ts';

/**
 * The facts with every text from outside made one safe line, once, at the gate: what is composed after it cannot forget to.
 * Escaping for HTML is another matter and happens where HTML is written.
 */
export function cleanFacts(facts: NoticeFacts): NoticeFacts {
  const { contact, ...rest } = facts;
  return {
    ...rest,
    insurerName: oneLine(facts.insurerName),
    policyholderName: oneLine(facts.policyholderName),
    recipient: { name: oneLine(facts.recipient.name) },
    items: facts.items.map(cleanItem),
    actions: facts.actions.map(cleanAction),
    ...(contact && { contact: cleanPerson(contact) }),
  };
}

const cleanPerson = ({ name, email }: Person): Person => ({ name: oneLine(name), email: oneLine(email, 320) });

function cleanAction({ taskUrl, policyNumber, consult, ...action }: NoticeFacts['actions'][number]): NoticeFacts['actions'][number] {
  const url = taskUrl === undefined ? undefined : webAddress(taskUrl);
  return {
    ...action,
    code: oneLine(action.code),
    title: oneLine(action.title),
    technique: oneLine(action.technique, 1000),
    expectedResult: oneLine(action.expectedResult, 1000),
    ...(consult && { consult: consult.map(cleanPerson) }),
    ...(url !== undefined && { taskUrl: url }),
    ...(policyNumber !== undefined && { policyNumber: oneLine(policyNumber) }),
  };
}

const cleanItem = (item: NoticeItem): NoticeItem => ({ ...item, policyNumber: oneLine(item.policyNumber), product: oneLine(item.product) });

/** A link is shown only if it leads to a page: `javascript:` and the like are none. */
function webAddress(url: string): string | undefined {
  const parsed = URL.parse(url);
  return parsed?.protocol === 'https:' || parsed?.protocol === 'http:' ? parsed.href : undefined;
}
