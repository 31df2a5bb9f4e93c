import type { Gist } from '../gist.ts';
import { counted } from '../plural.ts';
import type { Wording } from './wording.ts';

const rules = new Intl.PluralRules('en');
const days = (count: number): string => counted(rules, count, { one: 'day', other: 'days' });

const installmentOf = (number: number, count: number): string => (count === 1 ? 'single payment' : `${number} of ${count}`);

const policies = ({ policy, policies: { count, named } }: Gist): string =>
  policy ? `policy ${policy.number}` : named === undefined ? `${count} policies` : `policies ${named}`;
const policiesWithProduct = (gist: Gist): string => (gist.policy ? `${policies(gist)} (${gist.policy.product})` : policies(gist));
const theirPolicies = (gist: Gist): string => `${policiesWithProduct(gist)} of ${gist.policyholder}`;

function what({ installment }: Gist): string {
  if (!installment) return 'the installments';
  return installment.count === 1 ? 'the premium' : `installment ${installmentOf(installment.number, installment.count)}`;
}

const restored = (gist: Gist): string =>
  gist.policy
    ? `Cover will be restored once we have received ${rest(gist)}.`
    : 'Cover under each policy will be restored once we have received what is outstanding under it.';

const inDays = ({ daysToDue }: Gist): string => (daysToDue === undefined ? '' : ` (in ${days(daysToDue)})`);
const inFull = ({ partlyPaid }: Gist): string => (partlyPaid ? ' in full' : '');
const rest = ({ outstanding }: Gist): string => (outstanding === undefined ? 'the premium' : `the outstanding ${outstanding}`);

/** The payment of installment 1 of 4 … was; the payments of the installments … were. */
const payments = (gist: Gist): string => `payment${gist.installment ? '' : 's'} of ${what(gist)}`;
const verb = ({ installment }: Gist, one: string, several: string): string => (installment ? one : several);

function due(gist: Gist): string {
  if (gist.phase === 'dueSoon') return `${verb(gist, 'falls', 'fall')} due on ${gist.when}${inDays(gist)}`;
  if (gist.phase === 'dueToday') return `${verb(gist, 'is', 'are')} due today`;
  const pastDue = gist.daysPastDue === undefined ? '' : ` and ${verb(gist, 'is', 'are')} ${days(gist.daysPastDue)} past due`;
  return `${verb(gist, 'was', 'were')} due on ${gist.when}${pastDue}`;
}

const outstanding = (gist: Gist): string => (gist.outstanding === undefined ? '' : ` Outstanding: ${gist.outstanding}.`);
const situation = (gist: Gist): string => `The ${payments(gist)} under ${theirPolicies(gist)} ${due(gist)}.${outstanding(gist)}`;

export const english: Wording = {
  greeting: (name, audience) => (audience === 'policyholder' ? `Dear ${name},` : `Hello ${name},`),
  headings: {
    dueSoon: ({ when }) => `Premium due on ${when}`,
    dueToday: () => 'Premium due today',
    pastDue: () => 'Premium not yet received',
    overdueNotice: () => 'Overdue premium notice',
    finalNotice: ({ policy }) => `Final notice before ${policy ? 'the policy lapses' : 'policies lapse'}`,
    task: ({ action }) => (action === undefined ? 'New task' : `Task: ${action}`),
    escalation: () => 'Escalation: unpaid premium',
    suspension: () => 'Cover suspended',
    lapse: ({ policy }) => `${policy ? 'Policy' : 'Policies'} lapsed for non-payment`,
    restoration: () => 'Cover restored',
  },
  subjects: {
    policyholder: (heading, gist) => `${heading} – ${policies(gist)}${gist.outstanding === undefined ? '' : `, ${gist.outstanding}`}`,
    participant: (heading, gist) => `${heading} – ${policies(gist)}, ${gist.policyholder}`,
    forAction: (subject) => `For action: ${subject}`,
    forInformation: (subject) => `For information: ${subject}`,
  },
  leads: {
    policyholder: {
      dueSoon: (gist) =>
        `This is a reminder of ${what(gist)} under ${policiesWithProduct(gist)}, due on ${gist.when}${inDays(gist)}. Please make sure that we receive ${gist.outstanding ?? 'the premium'} by ${gist.isOneDay ? 'then' : 'the due dates'}.`,
      dueToday: (gist) =>
        `Today is the due date of ${what(gist)} under ${policiesWithProduct(gist)}. Please pay ${gist.outstanding ?? 'the premium'} today.`,
      pastDue: (gist) =>
        `The ${payments(gist)} under ${policiesWithProduct(gist)}, due on ${gist.when}, ${verb(gist, 'has', 'have')} not reached us${inFull(gist)}. Please pay ${rest(gist)} as soon as you can.`,
      overdueNotice: (gist) =>
        `The ${payments(gist)} under ${policiesWithProduct(gist)} ${due(gist)}. We ask you to pay ${rest(gist)} without delay.`,
      finalNotice: (gist) =>
        `The ${payments(gist)} under ${policiesWithProduct(gist)} ${due(gist)}. To keep the insurance, please pay ${rest(gist)} without delay.`,
      suspension: (gist) =>
        `Cover under ${policiesWithProduct(gist)} is suspended from ${gist.today}, because the ${payments(gist)}, due on ${gist.when}, ${verb(gist, 'has', 'have')} not reached us${inFull(gist)}. Events that occur while cover is suspended are not insured. ${restored(gist)}`,
      lapse: (gist) =>
        `We regret to inform you that cover under ${policiesWithProduct(gist)} ended on ${gist.today}, because the ${payments(gist)}, due on ${gist.when}, ${verb(gist, 'was', 'were')} not received${inFull(gist)}. Later events are not insured. If you would like to be insured again, please contact us.`,
      restoration: (gist) =>
        `Cover under ${policiesWithProduct(gist)} is restored from ${gist.today}. ${gist.outstanding === undefined ? 'Thank you for your payment.' : `Please note that some premium remains outstanding: ${gist.outstanding}.`}`,
    },
    participant: {
      dueSoon: situation,
      dueToday: situation,
      pastDue: situation,
      overdueNotice: situation,
      finalNotice: situation,
      task: situation,
      escalation: (gist) => `The policyholder has not paid in spite of earlier steps. ${situation(gist)}`,
      suspension: (gist) => `Cover is suspended from ${gist.today}. ${situation(gist)}`,
      lapse: (gist) => `Cover ended on ${gist.today} for non-payment. ${situation(gist)}`,
      restoration: (gist) => `Cover under ${theirPolicies(gist)} is restored from ${gist.today}.${outstanding(gist)}`,
    },
  },
  roles: {
    responsible: 'What is expected of you is set out below.',
    informed: 'This is for your information; nothing is expected of you.',
  },
  installment: installmentOf,
  days,
  labels: {
    policyholder: 'Policyholder',
    policy: 'Policy',
    product: 'Product',
    installment: 'Installment',
    dueOn: 'Due date',
    pastDue: 'Past due',
    amount: 'Amount',
    paid: 'Paid',
    outstanding: 'Outstanding',
    reference: 'Payment reference',
    beneficiary: 'Beneficiary',
    registryCode: 'Beneficiary code',
    action: 'Action',
    technique: 'How',
    expectedResult: 'Expected result',
    consult: 'Ask before',
    doBy: 'By',
  },
  titles: {
    details: 'Details',
    total: 'Total outstanding',
    payment: 'How to pay',
    expectedOfYou: 'What is expected of you',
    beingDone: 'What is being done',
  },
  payByReference: {
    one: 'Please give the policy number as the payment reference: it is how we recognise your payment.',
    several: 'Please make a payment for each policy, with its number as the payment reference: it is how we recognise your payments.',
  },
  consequences: {
    suspend: (date, { policy }) =>
      policy
        ? `If the payment is not received, cover may be suspended, on ${date} at the earliest.`
        : `Cover under each policy whose payment is not received may be suspended, on ${date} at the earliest.`,
    lapse: (date, { policy }) =>
      policy
        ? `If the payment is not received, the policy may lapse, on ${date} at the earliest.`
        : `Each policy whose payment is not received may lapse, on ${date} at the earliest.`,
  },
  alreadyPaid: 'If you have already paid, thank you; please disregard this message. A bank transfer may take some time to reach us.',
  openTask: 'Record the result',
  contact: { policyholder: 'If you have any questions, reply to this message or write to', participant: 'Contact' },
  regards: 'Kind regards,',
  footer: (insurer) => `Sent automatically by the premium control of ${insurer}.`,
  payInApp: 'Pay in your banking app',
  paymentCode: (amount, policyNumber) => `Scan in your banking app to pay ${amount} for policy ${policyNumber}`,
  calendarEntry: (amount, policyNumber) => `Premium due: ${amount}, policy ${policyNumber}`,
};
