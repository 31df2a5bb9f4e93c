import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Payment, StoredPayment } from '../../domain/payment.ts';
import type { Wake } from '../../ports/checkpoint-wake-ups.ts';
import type { Intent } from '../../ports/outbox.ts';
import type { Pace } from '../../ports/pace.ts';
import type { Application, PaymentLedger } from '../../ports/payment-ledger.ts';
import { intentItem } from './outbox-items.ts';
import { paymentItem, readPayment } from './payment-items.ts';
import { directedCounter, RECORDS } from './policy-items.ts';
import type { TableNames } from './table-names.ts';
import { type Refusal, type TransactItem, transact } from './transaction.ts';

type LedgerTables = Pick<TableNames, 'Payments' | 'Policies' | 'Outbox'>;

const IS_NEW = 'attribute_not_exists(paymentId)';

/** Payments commute, so applying one needs no read and no version: one TransactWriteItems, 4 WRU and its index. */
export function paymentLedger(client: DynamoDBDocumentClient, tables: LedgerTables, pace: Pace): PaymentLedger {
  return {
    async apply(payment, recording, wake) {
      const stored: StoredPayment = { ...payment, ...recording, status: 'applied' };
      const items = [putPayment(stored, tables), addToAccount(payment, wake, tables), ...(wake ? [putWake(wake, tables)] : [])];
      const written = await transact(client, items, pace);
      return written.outcome === 'committed' ? { outcome: 'applied' } : whyNot(written.reasons, payment);
    },
    hold: (payment, { event, ...held }) => hold({ client, tables, pace }, { ...payment, ...held, status: 'suspense' }, event),
  };
}

const putPayment = (payment: StoredPayment, tables: LedgerTables): TransactItem => ({
  Put: {
    TableName: tables.Payments,
    Item: paymentItem(payment),
    ConditionExpression: IS_NEW,
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  },
});

function addToAccount(payment: Payment, wake: Wake | undefined, tables: LedgerTables): TransactItem {
  const { installment } = payment;
  const inStatus = '#status = :status';
  const inSameCurrency = 'currency = :currency';
  const installmentExists = 'installments >= :installment';
  const conditions = [inStatus, inSameCurrency, ...(installment ? [installmentExists] : [])];
  const directed = installment ? `, ${directedCounter(installment)} :amount` : '';
  return {
    Update: {
      TableName: tables.Policies,
      Key: { policyNumber: payment.policyNumber, record: RECORDS.account },
      UpdateExpression: `ADD receivedMinor :amount, moves :one${directed}`,
      ConditionExpression: conditions.join(' AND '),
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: {
        ':amount': payment.amountMinor,
        ':one': 1,
        ':status': wake ? 'suspended' : 'active',
        ':currency': payment.currency,
        ...(installment ? { ':installment': installment } : {}),
      },
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
  };
}

const putWake = ({ policyNumber, clientId, intent }: Wake, tables: LedgerTables): TransactItem => ({
  Put: { TableName: tables.Outbox, Item: intentItem({ ...intent, policyNumber, clientId, kind: 'wake' }) },
});

/** Reads the answer out of the refused transaction: the old items say what stood in the way. */
function whyNot([onPayment, onAccount]: readonly Refusal[], payment: Payment): Application {
  if (onPayment?.old) return { outcome: 'exists', stored: readPayment(onPayment.old) };
  const account = onAccount?.old;
  if (!account) return { outcome: 'noTarget', reason: 'unknownPolicy' };
  if (account['currency'] !== payment.currency) return { outcome: 'noTarget', reason: 'currencyMismatch' };
  const status = account['status'];
  if (status !== 'active' && status !== 'suspended') return { outcome: 'noTarget', reason: 'policyClosed' };
  if (Number(account['installments']) < (payment.installment ?? 0)) return { outcome: 'noTarget', reason: 'unknownInstallment' };
  return status === 'suspended' ? { outcome: 'suspended', clientId: String(account['clientOf']) } : { outcome: 'active' };
}

/** Payment and event together; a replay is told by the old item. */
async function hold(
  { client, tables, pace }: { readonly client: DynamoDBDocumentClient; readonly tables: LedgerTables; readonly pace: Pace },
  payment: StoredPayment,
  event: Intent,
): ReturnType<PaymentLedger['hold']> {
  const told: TransactItem = { Put: { TableName: tables.Outbox, Item: intentItem(event) } };
  const written = await transact(client, [putPayment(payment, tables), told], pace);
  if (written.outcome === 'committed') return { outcome: 'held' };
  const stored = written.reasons[0]?.old;
  if (!stored) throw new Error('holding a payment was refused by a condition it does not have');
  return { outcome: 'exists', stored: readPayment(stored) };
}
