import type { StoredPayment } from '../domain/payment.ts';
import { isOpen } from '../domain/policy.ts';
import { candidateKeys, chooseMatches, type FindPolicies, policyNumberKey } from '../domain/policy-number-match.ts';
import { similarKeys } from '../domain/similar-policy-number.ts';
import type { PolicyStore } from '../ports/policy-store.ts';
import { atOnce } from './at-once.ts';
import { NO_POLICY } from './payment-of-credit.ts';

export interface Deps {
  readonly find: FindPolicies;
  readonly policies: Pick<PolicyStore, 'read' | 'ofClient'>;
}

/**
 * Policies that money in suspense may be for, and why: the payer named them (written otherwise, or in the reference); their numbers are a
 * slip of the hand away; or they are open ones of the client whose policy was named, and can take it no more. A list for a person to
 * choose from, never a choice.
 */
export interface Candidates {
  readonly policyNumbers: readonly string[];
  readonly because: 'named' | 'similar' | 'sameClient';
}

/** More than a person can choose from. */
const MOST_CANDIDATES = 20;
const AT_ONCE = 8;

type Held = StoredPayment & { readonly status: 'suspense' };

/**
 * Computed when it is looked at, so that taking money costs nothing more, and a policy opened since is found, too. By payment id; without
 * an entry: not in suspense, or nothing found. Keys of all payments are looked up together.
 */
export async function candidatesFor(deps: Deps, payments: readonly StoredPayment[]): Promise<ReadonlyMap<string, Candidates>> {
  const held = payments.filter((p): p is Held => p.status === 'suspense');
  const named = await namedIn(deps.find, held);
  const rest = held.filter((p) => !named.has(p.paymentId));
  const similar = await similarTo(
    deps.find,
    rest.filter((p) => p.reason === 'unknownPolicy' && p.policyNumber !== NO_POLICY),
  );
  const refused = rest.filter(isRefused);
  const others = await atOnce(refused, AT_ONCE, (payment) => ofSameClient(deps, payment));
  return new Map([...named, ...similar, ...others.flatMap((found, index) => entry(refused[index], found, 'sameClient'))]);
}

/** The policy named is known, and this money cannot go there. */
const isRefused = ({ reason }: Held): boolean => reason === 'policyClosed' || reason === 'currencyMismatch';

async function namedIn(find: FindPolicies, held: readonly Held[]): Promise<ReadonlyMap<string, Candidates>> {
  const searched = held.map((payment) => ({
    payment,
    said: payment.policyNumber === NO_POLICY ? '' : policyNumberKey(payment.policyNumber),
    inText: candidateKeys(payment.reference === undefined ? [] : [payment.reference]),
  }));
  const found = await lookUp(
    find,
    searched.flatMap(({ said, inText }) => [said, ...inText.map(({ key }) => key)]),
  );
  return new Map(
    searched.flatMap(({ payment, said, inText }) => {
      const all = [...(payment.candidates ?? []), ...(found.get(said) ?? []), ...chooseMatches(inText, found)];
      return entry(payment, isRefused(payment) ? all.filter((number) => number !== payment.policyNumber) : all, 'named');
    }),
  );
}

async function similarTo(find: FindPolicies, held: readonly Held[]): Promise<ReadonlyMap<string, Candidates>> {
  const searched = held.map((payment) => ({ payment, keys: similarKeys(payment.policyNumber) }));
  const found = await lookUp(
    find,
    searched.flatMap(({ keys }) => keys),
  );
  return new Map(
    searched.flatMap(({ payment, keys }) =>
      entry(
        payment,
        keys.flatMap((key) => found.get(key) ?? []),
        'similar',
      ),
    ),
  );
}

async function lookUp(find: FindPolicies, keys: readonly string[]): ReturnType<FindPolicies> {
  const distinct = new Set(keys.filter((key) => key !== ''));
  return distinct.size === 0 ? new Map() : find([...distinct]);
}

async function ofSameClient({ policies }: Deps, { policyNumber, currency }: Held): Promise<readonly string[]> {
  const named = await policies.read(policyNumber);
  if (!named) return [];
  const { items } = await policies.ofClient(named.policy.clientId, { limit: 100 });
  return items
    .filter(({ policy, account }) => isOpen(account.status) && policy.premium.currency === currency && policy.policyNumber !== policyNumber)
    .map(({ policy }) => policy.policyNumber);
}

function entry(
  payment: Held | undefined,
  found: readonly string[],
  because: Candidates['because'],
): readonly (readonly [string, Candidates])[] {
  const policyNumbers = [...new Set(found)].slice(0, MOST_CANDIDATES);
  return payment && policyNumbers.length > 0 ? [[payment.paymentId, { policyNumbers, because }]] : [];
}
