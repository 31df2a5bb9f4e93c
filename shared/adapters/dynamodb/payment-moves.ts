import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { StoredPayment } from '../../domain/payment.ts';
import type { Pace } from '../../ports/pace.ts';
import type { CounterChange, Move, PaymentMoves } from '../../ports/payment-moves.ts';
import { intentItem } from './outbox-items.ts';
import { paymentItem } from './payment-items.ts';
import { directedCounter, RECORDS } from './policy-items.ts';
import type { TableNames } from './table-names.ts';
import { type TransactItem, transact } from './transaction.ts';

type MoveTables = Pick<TableNames, 'Payments' | 'Policies' | 'Journal' | 'Outbox'>;

export function paymentMoves(client: DynamoDBDocumentClient, tables: MoveTables, pace: Pace): PaymentMoves {
  return {
    async make({ payments, added, counters, journal, intents }: Move) {
      const written = await transact(
        client,
        [
          ...payments.map(({ before, after }) => replacePayment(before, after, tables)),
          ...added.map((payment) => addPayment(payment, tables)),
          ...counters.map((change) => changeCounters(change, tables)),
          ...journal.map((record) => ({
            Put: { TableName: tables.Journal, Item: { ...record }, ConditionExpression: 'attribute_not_exists(policyNumber)' },
          })),
          ...intents.map((intent) => ({ Put: { TableName: tables.Outbox, Item: intentItem(intent) } })),
        ],
        pace,
      );
      return written.outcome === 'committed' ? 'made' : 'changed';
    },
  };
}

/** A payment's state changes once: whoever saw the state before it does, everybody else is told 'changed'. */
const replacePayment = (before: StoredPayment, after: StoredPayment, tables: MoveTables): TransactItem => ({
  Put: {
    TableName: tables.Payments,
    Item: paymentItem(after),
    ConditionExpression: '#status = :before',
    ExpressionAttributeNames: { '#status': 'status' },
    ExpressionAttributeValues: { ':before': before.status },
  },
});

const addPayment = (payment: StoredPayment, tables: MoveTables): TransactItem => ({
  Put: { TableName: tables.Payments, Item: paymentItem(payment), ConditionExpression: 'attribute_not_exists(paymentId)' },
});

function changeCounters({ policyNumber, amountMinor, installment, seenStatus, becomes }: CounterChange, tables: MoveTables): TransactItem {
  const directed = installment ? `, ${directedCounter(installment)} :amount` : '';
  return {
    Update: {
      TableName: tables.Policies,
      Key: { policyNumber, record: RECORDS.account },
      UpdateExpression: `ADD receivedMinor :amount, moves :one${directed}${becomes ? ' SET #status = :becomes REMOVE closedOn' : ''}`,
      ConditionExpression: '#status = :seen',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: { ':amount': amountMinor, ':one': 1, ':seen': seenStatus, ...(becomes ? { ':becomes': becomes } : {}) },
    },
  };
}
