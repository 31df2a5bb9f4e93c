import { sum } from '../domain/money.ts';
import type { StoredPayment } from '../domain/payment.ts';
import { Refusal } from '../domain/refusal.ts';
import type { PolicyHead } from '../ports/policy-store.ts';
import { factsOf, toldOf } from './allocate-payment.ts';
import { journalRecord, MOST_ATTEMPTS, type MoneyDeps, wakeFor, whyNoTarget } from './moving-money.ts';

export interface SplitPart {
  readonly policyNumber: string;
  readonly amountMinor: number;
  readonly installment?: number;
}

export interface Splitting {
  readonly paymentId: string;
  readonly parts: readonly SplitPart[];
  readonly by: string;
}

/**
 * Splits money in suspense over several policies: each part is a payment of its own, and together they are the whole, to the
 * cent. The parts are named by the whole ('~1', '~2' behind a hash of its id), so that splitting twice gives the same parts.
 */
export async function splitPayment(
  deps: MoneyDeps & { readonly partId: (paymentId: string, part: number) => string },
  splitting: Splitting,
): Promise<StoredPayment> {
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    const before = await deps.payments.read(splitting.paymentId);
    if (!before) throw new Refusal('NOT_FOUND', 'there is no payment with this id');
    if (before.status === 'split') return replay(deps, before, splitting);
    if (before.status !== 'suspense')
      throw new Refusal('NOT_IN_SUSPENSE', `the payment is ${before.status}; only money in suspense can be split`);
    if (sum(splitting.parts.map((p) => p.amountMinor)) !== before.amountMinor)
      throw new Refusal('SUM_NOT_PAYMENT', 'the amounts must add up to the payment exactly', '/parts');
    const heads = await Promise.all(splitting.parts.map((part, index) => targetOf(deps, part, before, index)));
    const parts = splitting.parts.map((part, index) => partOf(before, part, deps.partId(before.paymentId, index + 1)));
    const after: StoredPayment = { ...toldOf(before), status: 'split', parts: parts.map((p) => p.paymentId) };
    const woken = heads.filter((head) => head.account.status === 'suspended').map((head) => wakeFor(deps, head));
    const made = await deps.moves.make({
      payments: [{ before, after }],
      added: parts,
      counters: splitting.parts.map(({ policyNumber, amountMinor, installment }, index) => ({
        policyNumber,
        amountMinor,
        seenStatus: heads[index]?.account.status ?? 'active',
        ...(installment ? { installment } : {}),
      })),
      journal: parts.map((p) =>
        journalRecord(deps, p.policyNumber, splitting.by, { kind: 'allocation', paymentId: p.paymentId, from: before.policyNumber }),
      ),
      intents: woken.map((w) => w.intent),
    });
    if (made === 'changed') continue;
    for (const { wake } of woken) await deps.runner.runNow(wake);
    return after;
  }
  throw new Error('a payment or a policy changed each time it was being split');
}

async function targetOf(
  { policies }: MoneyDeps,
  { policyNumber, installment }: SplitPart,
  before: StoredPayment,
  index: number,
): Promise<PolicyHead> {
  const head = await policies.read(policyNumber);
  const refused = whyNoTarget(head, before, installment);
  if (!head || refused) throw new Refusal('NO_SUCH_TARGET', `${refused}; the money stays in suspense`, `/parts/${index}/policyNumber`);
  return head;
}

const partOf = (whole: StoredPayment, { policyNumber, amountMinor, installment }: SplitPart, paymentId: string): StoredPayment => ({
  ...factsOf(whole),
  paymentId,
  policyNumber,
  amountMinor,
  ...(installment ? { installment } : {}),
  partOf: whole.paymentId,
  status: 'applied',
});

async function replay(
  { payments }: MoneyDeps,
  before: StoredPayment & { readonly status: 'split' },
  { parts }: Splitting,
): Promise<StoredPayment> {
  const stored = await Promise.all(before.parts.map((id) => payments.read(id)));
  const same =
    stored.length === parts.length &&
    parts.every((part, index) => stored[index]?.policyNumber === part.policyNumber && stored[index]?.amountMinor === part.amountMinor);
  if (!same) throw new Refusal('NOT_IN_SUSPENSE', 'the payment was split otherwise already; nothing was changed');
  return before;
}
