import { type Action, type Checkpoint, POLICYHOLDER, type Regulation, type Role } from './regulation.ts';

const EVERYONE = [POLICYHOLDER, 'accountManager', 'accountant', 'headOfSales'];

/**
 * The account manager belongs to the client, so each policy names its own; the other two are one address for the whole
 * company until a regulation or a policy says otherwise.
 */
const roles: readonly Role[] = [
  { role: 'accountManager', title: 'Account manager' },
  { role: 'accountant', title: 'Accountant', default: { name: 'Premium accounting', email: 'accounting@insurer.example' } },
  { role: 'headOfSales', title: 'Head of sales', default: { name: 'Head of sales', email: 'head-of-sales@insurer.example' } },
];

const checkpoints: readonly Checkpoint[] = [
  { code: 'C1', anchor: 'dueOn', offsetDays: -14, dayKind: 'calendar', actions: ['A1'] },
  { code: 'C2', anchor: 'dueOn', offsetDays: -3, dayKind: 'calendar', actions: ['A2'] },
  { code: 'C3', anchor: 'dueOn', offsetDays: 1, dayKind: 'business', actions: ['A3'] },
  { code: 'C4', anchor: 'dueOn', offsetDays: 5, dayKind: 'business', actions: ['A4'] },
  { code: 'C5', anchor: 'graceEnd', offsetDays: 0, dayKind: 'calendar', actions: ['A5'] },
  { code: 'C6', anchor: 'graceEnd', offsetDays: 5, dayKind: 'business', actions: ['A6'] },
  { code: 'C7', anchor: 'graceEnd', offsetDays: 10, dayKind: 'business', actions: ['A7'] },
  { code: 'C8', anchor: 'graceEnd', offsetDays: 20, dayKind: 'business', actions: ['A8'] },
];

const actions: readonly Action[] = [
  {
    code: 'A1',
    title: 'Remind the policyholder',
    kind: 'remind',
    to: [POLICYHOLDER],
    technique: 'E-mail with the amount, the due date and payment details',
    expectedResult: 'The policyholder knows what to pay and when',
    participants: { accountManager: 'I' },
  },
  {
    code: 'A2',
    title: 'Remind the policyholder again',
    kind: 'remind',
    to: [POLICYHOLDER],
    technique: 'Short e-mail three days before the due date with payment details',
    expectedResult: 'The payment is in the payment run of this week',
    participants: { accountManager: 'A' },
  },
  {
    code: 'A3',
    title: 'Call the policyholder',
    kind: 'task',
    technique: 'Telephone call to the person who releases payments; check that the invoice has arrived',
    expectedResult: 'The reason for the delay and a promised payment date are recorded',
    participants: { accountManager: 'R', headOfSales: 'A' },
    dueInBusinessDays: 2,
  },
  {
    code: 'A4',
    title: 'Send the overdue notice',
    kind: 'notice',
    to: [POLICYHOLDER],
    technique: 'Formal e-mail with the amount past due, the end of grace and what follows it',
    expectedResult: 'The policyholder pays, or asks for a deferral, before grace ends',
    participants: { accountManager: 'I', accountant: 'I' },
  },
  {
    code: 'A5',
    title: 'Escalate to the head of sales',
    kind: 'escalate',
    technique: 'Talk to the management of the policyholder; offer a deferral or a new payment agreement',
    expectedResult: 'A decision: payment, agreed relief, or suspension of cover',
    participants: { headOfSales: 'R', accountManager: 'C' },
    dueInBusinessDays: 2,
  },
  {
    code: 'A6',
    title: 'Suspend cover',
    kind: 'suspend',
    to: EVERYONE,
    technique: 'Suspension in the system; notice by e-mail to the policyholder and to all participants',
    expectedResult: 'Cover is suspended, and everyone knows since when and how it is restored',
    participants: { headOfSales: 'A', accountManager: 'I', accountant: 'I' },
  },
  {
    code: 'A7',
    title: 'Give notice of the coming lapse',
    kind: 'notice',
    to: [POLICYHOLDER],
    technique: 'Formal e-mail with the amount past due and the date the policy will lapse',
    expectedResult: 'The policyholder has a last chance to pay and keep the policy',
    participants: { headOfSales: 'A' },
  },
  {
    code: 'A8',
    title: 'Lapse the policy',
    kind: 'lapse',
    to: EVERYONE,
    technique: 'Lapse in the system; notice by e-mail to the policyholder and to all participants',
    expectedResult: 'The policy has ended for non-payment, and everyone knows it',
    participants: { headOfSales: 'A', accountManager: 'I', accountant: 'I' },
  },
  {
    code: 'A9',
    title: 'Restore cover',
    kind: 'reinstate',
    to: [POLICYHOLDER, 'accountManager'],
    technique: 'In the system, as soon as nothing is past due; e-mail to the policyholder and the account manager',
    expectedResult: 'Cover is in force again, and the policyholder knows it',
    participants: { accountManager: 'I' },
  },
];

/** There from the start. Suspension has the notice A4 before it, lapse the notice A7. */
export const defaultRegulation: Regulation = {
  regulationId: 'premium-control',
  version: 1,
  title: 'Control of premium payments',
  roles,
  checkpoints,
  actions,
};
