import { excessDisbursementBody, transferBody } from '../../ledger/excess-schemas.ts';
import { allocationBody, disbursementBody, reversalBody, splitBody } from '../../ledger/move-schemas.ts';
import { paymentBody } from '../../payments/payment-schema.ts';
import type { Operation } from '../../routes.ts';
import { type Description, ID, oneOf, PAGE } from '../description.ts';
import { excessDisbursement, excessTransfer } from '../responses/excess.ts';
import { pageOf } from '../responses/parts.ts';
import { allocatedPayment, PAYMENT_EXAMPLE, payment } from '../responses/payment.ts';

const UAH_30000 = { amount: '30000.00', currency: 'UAH' };

export const PAYMENTS = {
  recordPayment: {
    summary: 'Record money received; never refused for its target, safe to repeat',
    body: {
      schema: paymentBody,
      example: {
        paymentId: 'bank-20261122-0001',
        policyNumber: 'CARGO-2026-000123',
        amount: UAH_30000,
        receivedOn: '2026-11-22',
        payer: 'Dnipro Logistics LLC',
        reference: 'invoice 7',
        installment: 1,
      },
    },
    answers: {
      201: { description: 'Applied to the policy', json: payment, example: PAYMENT_EXAMPLE },
      200: { description: 'Told before, with the same content', json: payment },
      202: { description: 'Held in suspense; `reason` says why', json: payment },
    },
    problems: { 409: 'PAYMENT_ID_REUSED: it exists with other content' },
  },
  listPayments: {
    summary: 'Payments of a policy, or money in suspense',
    query: [
      { name: 'policyNumber', description: 'of this policy', schema: ID },
      { name: 'status', description: 'instead of policyNumber', schema: oneOf('suspense') },
      ...PAGE,
    ],
    answers: { 200: { description: 'A page', json: pageOf(payment) } },
  },
  getPayment: {
    summary: 'A payment and what it covers',
    answers: { 200: { description: 'The payment', json: allocatedPayment } },
  },
  reversePayment: {
    summary: 'Undo a payment (chargeback, recall), once',
    body: { schema: reversalBody, example: { reason: 'recalled by the bank', reversedOn: '2026-11-25' } },
    answers: { 200: { description: 'Reversed', json: payment } },
    problems: { 409: 'ALREADY_REVERSED: with another reason or day' },
  },
  allocatePayment: {
    summary: 'Send money out of suspense to a policy',
    body: { schema: allocationBody, example: { policyNumber: 'CARGO-2026-000123', installment: 1 } },
    answers: { 200: { description: 'Applied', json: payment } },
    problems: { 409: 'NOT_IN_SUSPENSE, or NO_SUCH_TARGET' },
  },
  splitPayment: {
    summary: 'Split money in suspense over several policies',
    body: {
      schema: splitBody,
      example: {
        parts: [
          { policyNumber: 'CARGO-2026-000123', amount: UAH_30000 },
          { policyNumber: 'FLEET-2026-000007', amount: { amount: '12500.00', currency: 'UAH' } },
        ],
      },
    },
    answers: { 200: { description: 'Split', json: payment } },
    problems: { 409: 'NOT_IN_SUSPENSE, or NO_SUCH_TARGET' },
  },
  disbursePayment: {
    summary: 'Return money in suspense to its payer',
    body: { schema: disbursementBody, example: { reason: 'not ours', disbursedOn: '2026-11-25' } },
    answers: { 200: { description: 'Recorded', json: payment } },
    problems: { 409: 'NOT_IN_SUSPENSE' },
  },
  transferExcess: {
    summary: 'Move excess credit to another open policy of the same client, a renewal for instance; all of it unless an amount is named',
    body: {
      schema: transferBody,
      example: {
        transferId: 'T-1',
        toPolicyNumber: 'CARGO-2027-000123',
        amount: { amount: '1500.00', currency: 'UAH' },
        reason: 'renewed for another year',
      },
    },
    answers: {
      201: { description: 'Moved: the target has it at once', json: excessTransfer },
      200: { description: 'Moved before, with the same content', json: excessTransfer },
    },
    problems: { 409: 'NOT_ENOUGH_EXCESS, NO_SUCH_TARGET, OTHER_CLIENT, or TRANSFER_ID_REUSED' },
  },
  disburseExcess: {
    summary: 'Give excess credit back to who paid it, also of a policy that has ended; all of it unless an amount is named',
    body: { schema: excessDisbursementBody, example: { disbursementId: 'D-1', reason: 'paid twice' } },
    answers: {
      201: { description: 'Recorded; the event ExcessDisbursed tells who makes the payment', json: excessDisbursement },
      200: { description: 'Recorded before, with the same content', json: excessDisbursement },
    },
    problems: { 409: 'NOT_ENOUGH_EXCESS, or DISBURSEMENT_ID_REUSED' },
  },
} satisfies Partial<Record<Operation, Description>>;
