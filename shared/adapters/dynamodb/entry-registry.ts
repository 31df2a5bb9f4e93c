import { DeleteCommand, type DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { type LocalDate, localDate } from '../../domain/local-date.ts';
import type { BatchClaim, EntryRegistry, KeptReturn, PaymentReference } from '../../ports/entry-registry.ts';
import type { Pace } from '../../ports/pace.ts';
import type { Item } from './item.ts';
import { type TransactItem, transact } from './transaction.ts';

const ACTIONS_PER_TRANSACTION = 100;
/** A reference that more payments have than this names none of them. */
const MOST_SHARING = 100;
/** Of returns that wait for their payment: a bank has a handful in a month. */
const MOST_KEPT = 100;
/** Claims are refused once each, unless others claim at the same moment. */
const MOST_ROUNDS = 8;

/** Keeps what entries are known by in the Statements table. */
export function entryRegistry(client: DynamoDBDocumentClient, table: string, pace: Pace): EntryRegistry {
  const write = (items: readonly TransactItem[]) => transact(client, items, pace);
  return {
    async claimBatches(claims) {
      const refused = new Set<string>();
      for (const part of inParts(claims)) for (const id of await refusedOf(part, table, write)) refused.add(id);
      return refused;
    },

    async keepReferences(references) {
      for (const part of inParts(references)) await write(part.map((r) => ({ Put: { TableName: table, Item: referenceItem(r) } })));
    },

    async withReference(key) {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'statementId = :key',
          ExpressionAttributeValues: { ':key': `ref#${key}` },
          ConsistentRead: true,
          Limit: MOST_SHARING,
        }),
      );
      return LastEvaluatedKey ? [] : Items.map(readReference);
    },

    async returnedBy(returnId) {
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: returnKey(returnId), ConsistentRead: true }));
      return Item && String(Item['paymentId']);
    },

    async claimReturn(returnId, paymentId) {
      const written = await write([claimOf(returnId, paymentId, table)]);
      return written.outcome === 'committed' ? paymentId : String(written.reasons[0]?.old?.['paymentId']);
    },

    async keepReturn(kept) {
      await client.send(new PutCommand({ TableName: table, Item: { ...keptKey(kept), ...kept } }));
    },

    async returnsKept(since) {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'statementId = :kept AND #record >= :since',
          ExpressionAttributeNames: { '#record': 'record' },
          ExpressionAttributeValues: { ':kept': KEPT_RETURNS, ':since': since },
          ConsistentRead: true,
          ScanIndexForward: false,
          Limit: MOST_KEPT,
        }),
      );
      return Items.map(readKept);
    },

    async forgetReturn(kept) {
      await client.send(new DeleteCommand({ TableName: table, Key: keptKey(kept) }));
    },
  };
}

type Write = (items: readonly TransactItem[]) => ReturnType<typeof transact>;

/** All claims in one transaction; those that it says were refused are left out, and the rest claimed again. */
async function refusedOf(claims: readonly BatchClaim[], table: string, write: Write): Promise<readonly string[]> {
  let left = claims;
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    if (left.length === 0) return idsWithout(claims, left);
    const written = await write(left.map((claim) => putClaim(claim, table)));
    if (written.outcome === 'committed') return idsWithout(claims, left);
    left = left.filter((_, index) => !written.reasons[index]?.refused);
  }
  throw new Error(`batches were claimed by others ${MOST_ROUNDS} times`);
}

const idsWithout = (claims: readonly BatchClaim[], granted: readonly BatchClaim[]): readonly string[] =>
  claims.filter((claim) => !granted.includes(claim)).map((claim) => claim.batchPaymentId);

const putClaim = ({ batchPaymentId, showing }: BatchClaim, table: string): TransactItem => ({
  Put: {
    TableName: table,
    Item: { statementId: `batch#${batchPaymentId}`, record: 'batch', showing },
    ConditionExpression: 'attribute_not_exists(statementId) OR showing = :showing',
    ExpressionAttributeValues: { ':showing': showing },
  },
});

const returnKey = (returnId: string) => ({ statementId: `return#${returnId}`, record: 'return' });

const claimOf = (returnId: string, paymentId: string, table: string): TransactItem => ({
  Put: {
    TableName: table,
    Item: { ...returnKey(returnId), paymentId },
    ConditionExpression: 'attribute_not_exists(statementId)',
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  },
});

const KEPT_RETURNS = 'returns';

/** By the day, so that those of the last days are found without the others. */
const keptKey = ({ keptOn, returnId }: KeptReturn) => ({ statementId: KEPT_RETURNS, record: `${keptOn}#${returnId}` });

function readKept(item: Item): KeptReturn {
  const { statementId: _, record: __, ...kept } = item;
  return { ...(kept as unknown as KeptReturn), bookedOn: dateIn(item, 'bookedOn'), keptOn: dateIn(item, 'keptOn') };
}

const dateIn = (item: Item, name: 'bookedOn' | 'keptOn'): LocalDate => localDate(String(item[name]));

const referenceItem = ({ key, paymentId, ...facts }: PaymentReference): Item => ({
  statementId: `ref#${key}`,
  record: paymentId,
  ...facts,
});

const readReference = (item: Item): PaymentReference => ({
  key: String(item['statementId']).slice('ref#'.length),
  paymentId: String(item['record']),
  account: String(item['account']),
  currency: String(item['currency']),
  amountMinor: Number(item['amountMinor']),
});

function* inParts<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < all.length; at += ACTIONS_PER_TRANSACTION) yield all.slice(at, at + ACTIONS_PER_TRANSACTION);
}
