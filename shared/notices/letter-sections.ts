import type { Formats } from './formats.ts';
import type { Row, Section } from './letter.ts';
import type { BeneficiaryAccount, NoticeFacts, NoticeItem } from './notice-facts.ts';
import { asksToPay, totals } from './owed.ts';
import type { Wording } from './wording/wording.ts';

/** What is expected of a participant, or what he is told is being done: the rows of the regulation that address him. */
export function actionSections(facts: NoticeFacts, { labels, titles }: Wording, formats: Formats): readonly Section[] {
  if (facts.audience === 'policyholder' || facts.actions.length === 0) return [];
  const groups = facts.actions.map(({ code, title, technique, expectedResult, dueOn }) => [
    { label: labels.action, value: `${code}. ${title}`, strong: true as const },
    { label: labels.technique, value: technique },
    { label: labels.expectedResult, value: expectedResult },
    ...(dueOn === undefined ? [] : [{ label: labels.doBy, value: formats.date(dueOn), strong: true as const }]),
  ]);
  return [{ title: facts.audience === 'responsible' ? titles.expectedOfYou : titles.beingDone, groups }];
}

/** The installments one by one and, where there are several, what they come to in each currency. */
export function detailsSection(facts: NoticeFacts, wording: Wording, formats: Formats): Section {
  const { labels, titles } = wording;
  const policyholder = { label: labels.policyholder, value: facts.policyholderName };
  const [first = [], ...others] = facts.items.map((item) => itemRows(item, wording, formats));
  if (others.length === 0) return { title: titles.details, groups: [[policyholder, ...first]] };
  const total = totals(facts.items).map((money) => ({ label: titles.total, value: formats.money(money), strong: true as const }));
  return { title: titles.details, groups: [[policyholder], first, ...others, ...(total.length > 0 ? [total] : [])] };
}

function itemRows(item: NoticeItem, { labels, installment, days }: Wording, formats: Formats): readonly Row[] {
  const { amount, outstanding, daysPastDue } = item;
  const paidMinor = amount.amountMinor - outstanding.amountMinor;
  return [
    { label: labels.policy, value: item.policyNumber },
    { label: labels.product, value: item.product },
    { label: labels.installment, value: installment(item.installment, item.installmentCount) },
    { label: labels.dueOn, value: formats.date(item.dueOn) },
    ...(daysPastDue > 0 ? [{ label: labels.pastDue, value: days(daysPastDue) }] : []),
    { label: labels.amount, value: formats.money(amount) },
    ...(paidMinor > 0 ? [{ label: labels.paid, value: formats.money({ ...amount, amountMinor: paidMinor }) }] : []),
    { label: labels.outstanding, value: formats.money(outstanding), strong: true },
  ];
}

/**
 * How to pay, for who is asked to.
 * The reference is the policy number, by which statements find their policy.
 */
export function paymentSections(facts: NoticeFacts, { labels, titles, payByReference }: Wording): readonly Section[] {
  if (!asksToPay(facts)) return [];
  const owed = totals(facts.items);
  const policyNumbers = new Set(facts.items.filter(({ outstanding }) => outstanding.amountMinor > 0).map((item) => item.policyNumber));
  const references = [...policyNumbers].map((value) => ({ label: labels.reference, value, strong: true as const }));
  const accounts = (facts.accounts ?? []).filter(({ currency }) => owed.some((money) => money.currency === currency));
  return [
    { title: titles.payment, note: payByReference, groups: [references, ...accounts.map((account) => accountRows(account, labels))] },
  ];
}

const accountRows = ({ name, iban, bic, registryCode, currency }: BeneficiaryAccount, labels: Wording['labels']): readonly Row[] => [
  { label: labels.beneficiary, value: name },
  ...(registryCode === undefined ? [] : [{ label: labels.registryCode, value: registryCode }]),
  { label: `IBAN (${currency})`, value: iban.replace(/(.{4})(?=.)/g, '$1 ') },
  ...(bic === undefined ? [] : [{ label: 'BIC', value: bic }]),
];
