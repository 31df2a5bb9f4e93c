import { type CreditMove, excessOf, type MoveOut } from '../domain/credit-move.ts';
import { formatAmount, type Money } from '../domain/money.ts';
import { Refusal, type RefusalCode } from '../domain/refusal.ts';
import { localDateAt, timestamp } from '../domain/zone.ts';
import type { CreditMoves } from '../ports/credit-moves.ts';
import type { Pace } from '../ports/pace.ts';
import type { PolicyHead } from '../ports/policy-store.ts';
import type { MoneyDeps } from './moving-money.ts';

/** What every use case that moves excess credit needs. */
export interface ExcessDeps extends Pick<MoneyDeps, 'policies' | 'runner' | 'clock' | 'ids'> {
  readonly credits: CreditMoves;
  readonly pace: Pace;
}

export interface MovingExcess {
  readonly policyNumber: string;
  readonly moveId: string;
  /** The whole excess when absent. */
  readonly amount?: Money;
  readonly reason: string;
  readonly fingerprint: string;
  readonly by: string;
}

export interface MovedExcess<M extends MoveOut> {
  readonly outcome: 'new' | 'replay';
  readonly move: M;
}

/** Races with payments and other moves of the same policy: each round one of them is through. */
const MOST_ROUNDS = 20;

/** Before the next round: who comes again at once, all of them together, only lose to each other. */
const letOthersPass = ({ pace }: ExcessDeps, round: number): Promise<void> => pace.sleep(pace.random() * 20 * round);

interface OfKind<M extends MoveOut> {
  readonly kind: M['kind'];
  readonly reused: RefusalCode;
}

/**
 * Makes a move once: what was made before under its id is answered, and an attempt that met a payment, a reversal or another move
 * is made again from what is there then. @throws Refusal when the id has other content.
 */
export async function moveOnce<M extends MoveOut>(
  deps: ExcessDeps,
  moving: MovingExcess,
  { kind, reused }: OfKind<M>,
  attempt: () => Promise<M | 'changed'>,
): Promise<MovedExcess<M>> {
  const { policyNumber, moveId } = moving;
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    const known = await deps.credits.read(policyNumber, { kind, moveId });
    if (known) return { outcome: 'replay', move: replayOf<M>(known, kind, moving, reused) };
    const move = await attempt();
    if (move !== 'changed') return { outcome: 'new', move };
    await letOthersPass(deps, round);
  }
  throw new Error(`the money of a policy changed ${MOST_ROUNDS} times while its excess was to be moved`);
}

/** The same again is answered as done; anything else under its id is refused. */
function replayOf<M extends MoveOut>(known: CreditMove, kind: M['kind'], { fingerprint }: MovingExcess, reused: RefusalCode): M {
  if (!isOf<M>(known, kind)) throw new Error('a move was found under the name of another');
  if (known.fingerprint === fingerprint) return known;
  throw new Refusal(reused, 'this policy has one with this id and other content; nothing was changed');
}

const isOf = <M extends MoveOut>(move: CreditMove, kind: M['kind']): move is M => move.kind === kind;

/** @throws Refusal when there is not so much excess. */
export function amountToMove({ policy, account }: PolicyHead, amount: Money | undefined): number {
  const { currency } = policy.premium;
  if (amount && amount.currency !== currency) throw new Refusal('CURRENCY_MISMATCH', `the policy is in ${currency}`, '/amount/currency');
  const excess = excessOf(policy, account);
  const wanted = amount?.amountMinor ?? excess;
  if (wanted > 0 && wanted <= excess) return wanted;
  throw new Refusal(
    'NOT_ENOUGH_EXCESS',
    `the excess credit of the policy is ${formatAmount({ amountMinor: excess, currency })} ${currency}`,
  );
}

/** What a move says on each of its sides. */
export function factsOfMove({ clock }: ExcessDeps, { policy }: PolicyHead, { moveId, reason, by }: MovingExcess, amountMinor: number) {
  const now = clock.now();
  return {
    moveId,
    amountMinor,
    currency: policy.premium.currency,
    movedOn: localDateAt(now, policy.timeZone),
    reason,
    at: timestamp(now),
    by,
  };
}

export async function headOf({ policies }: ExcessDeps, policyNumber: string): Promise<PolicyHead> {
  const head = await policies.read(policyNumber);
  if (!head) throw new Refusal('NOT_FOUND', 'there is no policy with this number');
  return head;
}
