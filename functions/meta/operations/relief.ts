import { agreementBody, deferralBody, holdBody, promiseBody, writeOffBody } from '../../relief/relief-schema.ts';
import type { Operation } from '../../routes.ts';
import type { Description } from '../description.ts';
import { grantedRelief, pendingRelief, reliefTerms } from '../responses/relief.ts';

const ASKED = {
  answers: {
    201: { description: 'Granted, in force at once', json: grantedRelief },
    200: { description: 'Asked for before, with the same content: what became of it', json: grantedRelief.or(pendingRelief) },
    202: { description: 'Beyond authority: `taskId` is the approval that it waits for; nothing changes until then', json: pendingRelief },
  },
  problems: { 409: 'RELIEF_ID_REUSED, POLICY_CLOSED, INSTALLMENT_PAID, NOTHING_OWED, or NO_APPROVER' },
};

export const RELIEF = {
  deferInstallment: {
    summary: 'One installment is due later',
    body: {
      schema: deferralBody,
      example: { reliefId: 'R-1', installment: 2, newDueOn: '2027-03-15', reason: 'their bank changes its system' },
    },
    ...ASKED,
  },
  promisePayment: {
    summary: 'The policyholder promised to pay: the process waits through that day',
    body: { schema: promiseBody, example: { reliefId: 'R-2', promisedOn: '2027-03-05', reason: 'said by the chief accountant' } },
    ...ASKED,
  },
  holdProcess: {
    summary: 'The process waits, up to but not including `until`',
    body: { schema: holdBody, example: { reliefId: 'R-3', until: '2027-03-10', reason: 'the invoice is disputed' } },
    ...ASKED,
  },
  endHold: {
    summary: 'End a hold today; the days it covered stay covered',
    answers: { 200: { description: 'The hold', json: reliefTerms } },
  },
  agreePlan: {
    summary: 'A new plan for what is outstanding, whose sum is what is outstanding; covered parts stay where they are',
    body: {
      schema: agreementBody,
      example: {
        reliefId: 'R-4',
        reason: 'paid in two halves',
        installments: [
          { dueOn: '2027-03-15', amount: { amount: '45000.00', currency: 'UAH' } },
          { dueOn: '2027-06-15', amount: { amount: '45000.00', currency: 'UAH' } },
        ],
      },
    },
    ...ASKED,
  },
  writeOff: {
    summary:
      'What is outstanding of an installment, else of all that is past due, is not asked for any more. At once up to the threshold of the regulation for the currency (together with what was written off within a year), beyond it by approval',
    body: { schema: writeOffBody, example: { reliefId: 'R-5', installment: 1, reason: 'bank charges, not worth a letter' } },
    ...ASKED,
  },
} satisfies Partial<Record<Operation, Description>>;
