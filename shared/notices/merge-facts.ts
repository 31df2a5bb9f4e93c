import type { NoticeFacts, NoticeItem } from './notice-facts.ts';
import { participantOccasion } from './occasion.ts';

/**
 * What must be the same for two matters to be told in one letter: everything that is said of all of them at once. A letter never
 * mixes a courtesy with a notice, what is due with what is past due, or two dates on which cover may end; it may list
 * several policies and installments. Calendars aside, whose first reminder is a letter of its own.
 */
export function letterKey(facts: NoticeFacts): string {
  const { kind, language, insurerName, recipient, audience, today, policyholderName, consequence, contact, calendarStampedAt } = facts;
  const asked = audience === 'policyholder' ? [] : facts.actions.map((a) => [a.code, a.title, a.technique, a.expectedResult, a.consult]);
  return JSON.stringify([
    [language, insurerName, recipient.name, audience, policyholderName, today],
    [kind, participantOccasion(facts), consequence?.kind, consequence?.notBefore],
    [contact?.name, contact?.email, calendarStampedAt !== undefined],
    asked,
  ]);
}

/** The facts of one letter, of which the keys are the same: what is due first comes first, whatever came to us first. */
export function mergeFacts(first: NoticeFacts, ...others: readonly NoticeFacts[]): NoticeFacts {
  if (others.length === 0) return first;
  const ordered = [first, ...others].toSorted((a, b) => byDueDate(a.items[0], b.items[0]));
  return {
    ...first,
    items: distinct(ordered.flatMap(({ items }) => items)),
    actions: ordered.flatMap(({ actions, items: [item] }) =>
      actions.map((action) => (item ? { ...action, policyNumber: item.policyNumber } : action)),
    ),
  };
}

const placeOf = (item: NoticeItem | undefined): string =>
  item ? `${item.dueOn} ${item.policyNumber} ${String(item.installment).padStart(3, '0')}` : '';

const byDueDate = (a: NoticeItem | undefined, b: NoticeItem | undefined): number => (placeOf(a) < placeOf(b) ? -1 : 1);

/** Two notices about one installment are one line. */
const distinct = (items: readonly NoticeItem[]): readonly NoticeItem[] => [
  ...new Map(items.map((item) => [JSON.stringify([item.policyNumber, item.installment]), item])).values(),
];
