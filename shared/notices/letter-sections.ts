import type { Formats } from './formats.ts';
import type { Listing, Row, Section } from './letter.ts';
import type { BeneficiaryAccount, NoticeFacts, NoticeItem, Person } from './notice-facts.ts';
import { asksToPay, totals } from './owed.ts';
import type { Wording } from './wording/wording.ts';

/** What is expected of a participant, or what he is told is being done: the rows of the regulation that address him. */
export function actionSections(facts: NoticeFacts, { labels, titles }: Wording, formats: Formats): readonly Section[] {
  if (facts.audience === 'policyholder' || facts.actions.length === 0) return [];
  const alike = Map.groupBy(facts.actions, ({ code, title, technique, expectedResult, consult, dueOn }) =>
    JSON.stringify([code, title, technique, expectedResult, consult, dueOn]),
  );
  const groups = [...alike.values()].flatMap((same) => {
    const [first] = same;
    return first ? [actionRows(first, new Set(same.flatMap(({ policyNumber }) => policyNumber ?? [])), labels, formats)] : [];
  });
  return [{ title: facts.audience === 'responsible' ? titles.expectedOfYou : titles.beingDone, groups }];
}

/** Said once, however many policies it is to be done for. */
function actionRows(
  { code, title, technique, expectedResult, consult = [], dueOn }: NoticeFacts['actions'][number],
  policyNumbers: ReadonlySet<string>,
  labels: Wording['labels'],
  formats: Formats,
): readonly Row[] {
  return [
    { label: labels.action, value: `${code}. ${title}`, strong: true },
    { label: labels.technique, value: technique },
    { label: labels.expectedResult, value: expectedResult },
    ...(consult.length > 0 ? [{ label: labels.consult, value: formats.list(consult.map(reached)) }] : []),
    ...(policyNumbers.size > 0 ? [{ label: labels.policy, value: formats.list([...policyNumbers]) }] : []),
    ...(dueOn === undefined ? [] : [{ label: labels.doBy, value: formats.date(dueOn), strong: true as const }]),
  ];
}

/** 'Olena Koval (olena@insurer.example)' */
export const reached = ({ name, email }: Person): string => `${name} (${email})`;

/** The installment or, where there are several, a list of them and what they come to in each currency. */
export function detailsSection(facts: NoticeFacts, wording: Wording, formats: Formats): Section {
  const { labels, titles } = wording;
  const policyholder = { label: labels.policyholder, value: facts.policyholderName };
  const [first, ...others] = facts.items;
  if (others.length > 0) return { title: titles.details, groups: [[policyholder]], listing: listingOf(facts.items, wording, formats) };
  return { title: titles.details, groups: [[policyholder, ...(first ? itemRows(first, wording, formats) : [])]] };
}

function itemRows(item: NoticeItem, wording: Wording, formats: Formats): readonly Row[] {
  const { labels } = wording;
  return [
    { label: labels.policy, value: item.policyNumber },
    { label: labels.product, value: item.product },
    ...installmentRows(item, wording, formats),
    { label: labels.amount, value: formats.money(item.amount) },
    ...paidRows(item, wording, formats),
    { label: labels.outstanding, value: formats.money(item.outstanding), strong: true },
  ];
}

const installmentRows = (item: NoticeItem, { labels, installment, days }: Wording, formats: Formats): readonly Row[] => [
  { label: labels.installment, value: installment(item.installment, item.installmentCount) },
  { label: labels.dueOn, value: formats.date(item.dueOn) },
  ...(item.daysPastDue > 0 ? [{ label: labels.pastDue, value: days(item.daysPastDue) }] : []),
];

function paidRows({ amount, outstanding }: NoticeItem, { labels }: Wording, formats: Formats): readonly Row[] {
  const paidMinor = amount.amountMinor - outstanding.amountMinor;
  return paidMinor > 0 ? [{ label: labels.paid, value: formats.money({ ...amount, amountMinor: paidMinor }) }] : [];
}

/** What a policy owes is said once, beside it; the amount of the installment only where part of it is paid. */
function listingOf(items: readonly NoticeItem[], wording: Wording, formats: Formats): Listing {
  const { labels, titles } = wording;
  const entries = items.map((item) => {
    const paid = paidRows(item, wording, formats);
    const amount = paid.length > 0 ? [{ label: labels.amount, value: formats.money(item.amount) }] : [];
    return {
      name: item.policyNumber,
      notes: [{ label: labels.product, value: item.product }, ...installmentRows(item, wording, formats), ...amount, ...paid],
      amount: formats.money(item.outstanding),
    };
  });
  const owed = totals(items);
  const total = owed.map((money) => ({
    label: owed.length > 1 ? `${titles.total} (${money.currency})` : titles.total,
    value: formats.money(money),
    strong: true as const,
  }));
  return { heads: [labels.policy, labels.outstanding], entries, totals: total };
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
    {
      title: titles.payment,
      note: payByReference[policyNumbers.size > 1 ? 'several' : 'one'],
      groups: [references, ...accounts.map((account) => accountRows(account, labels))],
    },
  ];
}

const accountRows = ({ name, iban, bic, registryCode, currency }: BeneficiaryAccount, labels: Wording['labels']): readonly Row[] => [
  { label: labels.beneficiary, value: name },
  ...(registryCode === undefined ? [] : [{ label: labels.registryCode, value: registryCode }]),
  { label: `IBAN (${currency})`, value: iban.replace(/(.{4})(?=.)/g, '$1 ') },
  ...(bic === undefined ? [] : [{ label: 'BIC', value: bic }]),
];
