import type { ApiAnswer } from '../engine/caller.ts';
import type { Change, Item } from '../engine/change-feed.ts';
import type { Books } from './books.ts';
import { type Report, told } from './finding.ts';
import { ownStanding } from './own-standing.ts';

const FACTS = ['paymentId', 'amountMinor', 'currency', 'receivedOn', 'payer', 'reference', 'recordedAt'] as const;

/** What may become of a payment's state. */
const MOVES: Readonly<Record<string, readonly string[]>> = {
  applied: ['reversed'],
  suspense: ['applied', 'reversed', 'disbursed', 'split'],
  split: ['reversed'],
};

/** 1: a payment is there for ever, and what was said of it stays as it was said. */
export function checkPaymentChange({ before, after }: Change, report: Report): void {
  if (!before) return;
  if (!after) {
    report(1, `payment ${String(before['paymentId'])} was deleted`);
    return;
  }
  const changed = FACTS.filter((fact) => before[fact] !== after[fact]);
  if (changed.length > 0) report(1, `payment ${String(before['paymentId'])} changed its ${changed.join()}`);
  const [from, to] = [String(before['status']), String(after['status'])];
  if (from !== to && !MOVES[from]?.includes(to)) report(1, `payment ${String(before['paymentId'])} went from ${from} to ${to}`);
}

/** 2: the counters of a policy are the sum of its payments, at every moment. */
export function checkCounters(books: Books, policyNumber: string, report: Report): void {
  const account = books.accounts.get(policyNumber);
  if (!account) return;
  const payments = books.appliedTo(policyNumber);
  const total = sumOf(payments);
  if (BigInt(Number(account['receivedMinor'])) !== total)
    report(2, `${policyNumber} counts ${String(account['receivedMinor'])} received, its payments are ${total}`);
  for (const number of new Set([...payments.map((p) => p['installment']), ...directedOf(account)])) {
    const directed = sumOf(payments.filter((p) => p['installment'] === number));
    if (number !== undefined && BigInt(Number(account[`d${String(number)}`] ?? 0)) !== directed)
      report(
        2,
        `${policyNumber} counts ${String(account[`d${String(number)}`])} for installment ${String(number)}, its payments are ${directed}`,
      );
  }
}

const directedOf = (account: Item): readonly number[] =>
  Object.keys(account).flatMap((name) => (/^d\d+$/.test(name) ? [Number(name.slice(1))] : []));

const sumOf = (payments: readonly Item[]): bigint => payments.reduce((sum, p) => sum + BigInt(Number(p['amountMinor'])), 0n);

/** 1: what was answered 2xx is stored, with the content that was said; 409 means that other content is stored. */
export function checkPaymentAnswer({ request, status, body }: ApiAnswer, books: Books, report: Report): void {
  const said = request.body as {
    readonly paymentId: string;
    readonly policyNumber: string;
    readonly amount: Readonly<Record<string, string>>;
  };
  const stored = books.payments.get(said.paymentId);
  const isSame = stored !== undefined && sameMoney(stored, said.amount) && firstTarget(stored) === said.policyNumber;
  if (status === 409 ? !stored || isSame : status < 300 && !isSame)
    report(1, `${said.paymentId} answered ${status} ${told(body)}, stored is ${told(stored)}`);
  if (![200, 201, 202, 409].includes(status)) report(1, `${said.paymentId} answered ${status} ${told(body)}`);
}

const firstTarget = (stored: Item): unknown => (stored['said'] as Item | undefined)?.['policyNumber'] ?? stored['policyNumber'];

/** Decimal text against minor units, without knowing a currency's decimals: 1250.50 is 125050 followed by nothing but zeros or the reverse. */
function sameMoney(stored: Item, { amount = '', currency }: Readonly<Record<string, string>>): boolean {
  return stored['currency'] === currency && BigInt(amount.replace('.', '')) === BigInt(Number(stored['amountMinor']));
}

/** 2 and 3: everything received covers something or is excess; no installment has more than it needs. */
export function checkCoverage(books: Books, policyNumber: string, today: string, report: Report): void {
  const policy = books.policies.get(policyNumber);
  if (!policy) return;
  const own = ownStanding(policy, books.moneyOf(policyNumber), today);
  for (const { number, covered, amount } of own)
    if (covered < 0n || covered > amount) report(3, `${policyNumber}/${number} has ${covered} of ${amount}`);
}
