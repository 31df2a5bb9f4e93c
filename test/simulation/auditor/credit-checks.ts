import type { Change, Item } from '../engine/change-feed.ts';
import type { Books } from './books.ts';
import { type Report, told } from './finding.ts';
import { ownStanding } from './own-standing.ts';

/** Names of the counters, by the kind of move that they count. */
const COUNTERS = { transferIn: 'inMinor', transferOut: 'outMinor', disbursement: 'disbursedMinor' } as const;

/** What came to a policy less what left it. */
export const moneyIn = (money: readonly Item[]): bigint =>
  money.reduce((sum, item) => {
    const amount = BigInt(Number(item['amountMinor']));
    return item['kind'] === 'transferOut' || item['kind'] === 'disbursement' ? sum - amount : sum + amount;
  }, 0n);

/** 2: what the account counts as moved is the sum of its moves, at every moment. */
export function checkCreditCounters(books: Books, policyNumber: string, report: Report): void {
  const account = books.accounts.get(policyNumber);
  if (!account) return;
  for (const [kind, counter] of Object.entries(COUNTERS)) {
    const total = books
      .movesOf(policyNumber)
      .filter((move) => move['kind'] === kind)
      .reduce((sum, move) => sum + BigInt(Number(move['amountMinor'])), 0n);
    if (BigInt(Number(account[counter] ?? 0)) !== total)
      report(2, `${policyNumber} counts ${String(account[counter])} as ${counter}, its moves are ${total}`);
  }
}

/** 2: a move stays as it was written; what leaves was excess when it left; and where it goes it is written in the same transaction. */
export function checkCreditMove({ before, after }: Change, books: Books, report: Report): void {
  if (!String((after ?? before)?.['record']).startsWith('credit')) return;
  if (before || !after) {
    report(2, `a move was changed: ${told(before)} to ${told(after)}`);
    return;
  }
  const policyNumber = String(after['policyNumber']);
  if (after['kind'] !== 'transferIn') checkWasExcess(policyNumber, books, report);
  const other = after['kind'] === 'transferOut' ? after['toPolicyNumber'] : after['fromPolicyNumber'];
  if (other === undefined) return;
  const mirrored = books
    .movesOf(String(other))
    .some((m) => m['moveId'] === after['moveId'] && m['amountMinor'] === after['amountMinor'] && m['currency'] === after['currency']);
  if (!mirrored) report(2, `a transfer has one side only: ${told(after)}`);
  const [mine, theirs] = [policyNumber, String(other)].map((number) => books.policies.get(number)?.['clientId']);
  if (mine !== theirs) report(2, `money of ${String(mine)} went to ${String(theirs)}: ${told(after)}`);
}

/** Everything that is asked for, now and later, stays covered. */
function checkWasExcess(policyNumber: string, books: Books, report: Report): void {
  const policy = books.policies.get(policyNumber);
  if (!policy) return;
  const own = ownStanding(policy, books.moneyOf(policyNumber), String(policy['coverTo']));
  const open = own.filter((i) => i.covered < i.amount);
  if (open.length > 0) report(2, `${policyNumber} moved more than its excess: ${told(open)}`);
}
