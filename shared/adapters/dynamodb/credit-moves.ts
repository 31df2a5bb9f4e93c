import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import type { CreditMove } from '../../domain/credit-move.ts';
import type { CreditMoveReader, CreditMoves, CreditStep } from '../../ports/credit-moves.ts';
import type { Pace } from '../../ports/pace.ts';
import { CREDIT_RECORDS, creditMoveItem, creditRecord, readCreditMove } from './credit-move-items.ts';
import { intentItem } from './outbox-items.ts';
import { MOVED_COUNTERS, RECORDS } from './policy-items.ts';
import { queryAll } from './query-all.ts';
import type { TableNames } from './table-names.ts';
import { type TransactItem, transact } from './transaction.ts';

export function creditMoveReader(client: DynamoDBDocumentClient, table: string): CreditMoveReader {
  return {
    async ofPolicy(policyNumber) {
      const items = await queryAll(client, {
        TableName: table,
        KeyConditionExpression: 'policyNumber = :policyNumber AND begins_with(#record, :credit)',
        ExpressionAttributeNames: { '#record': 'record' },
        ExpressionAttributeValues: { ':policyNumber': policyNumber, ':credit': CREDIT_RECORDS },
        ConsistentRead: true,
      });
      return items.map(readCreditMove).toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
    },
    async read(policyNumber, name) {
      const Key = { policyNumber, record: creditRecord(name) };
      const { Item } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
      return Item && readCreditMove(Item);
    },
  };
}

type MoveTables = Pick<TableNames, 'Policies' | 'Journal' | 'Outbox'>;

export function creditMoves(client: DynamoDBDocumentClient, tables: MoveTables, pace: Pace): CreditMoves {
  return {
    ...creditMoveReader(client, tables.Policies),
    async make(step) {
      const written = await transact(client, itemsOf(step, tables), pace);
      return written.outcome === 'committed' ? 'made' : 'changed';
    },
  };
}

function itemsOf({ out, seen, into, journal, intents }: CreditStep, tables: MoveTables): readonly TransactItem[] {
  const asSeen = { condition: 'moves = :moves AND #status = :status', values: { ':moves': seen.moves, ':status': seen.status } };
  return [
    count(out, asSeen, tables),
    put(out, tables),
    ...(into ? [count(into.move, openTarget(into), tables), put(into.move, tables)] : []),
    ...journal.map((record) => ({
      Put: { TableName: tables.Journal, Item: { ...record }, ConditionExpression: 'attribute_not_exists(policyNumber)' },
    })),
    ...intents.map((intent) => ({ Put: { TableName: tables.Outbox, Item: intentItem(intent) } })),
  ];
}

/** Money that comes commutes with payments, so the target's counters need not be as they were seen. */
const openTarget = ({ move, clientId, seenStatus }: NonNullable<CreditStep['into']>) => ({
  condition: '#status = :status AND currency = :currency AND clientOf = :client',
  values: { ':status': seenStatus, ':currency': move.currency, ':client': clientId },
});

interface Guard {
  readonly condition: string;
  readonly values: Readonly<Record<string, unknown>>;
}

const count = (move: CreditMove, { condition, values }: Guard, tables: MoveTables): TransactItem => ({
  Update: {
    TableName: tables.Policies,
    Key: { policyNumber: move.policyNumber, record: RECORDS.account },
    UpdateExpression: `ADD ${MOVED_COUNTERS[move.kind]} :amount, moves :one`,
    ConditionExpression: condition,
    ExpressionAttributeNames: { '#status': 'status' },
    ExpressionAttributeValues: { ...values, ':amount': move.amountMinor, ':one': 1 },
  },
});

const put = (move: CreditMove, tables: MoveTables): TransactItem => ({
  Put: { TableName: tables.Policies, Item: creditMoveItem(move), ConditionExpression: 'attribute_not_exists(policyNumber)' },
});
