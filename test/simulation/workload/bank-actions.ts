import type { ApiRequest, Credit } from '../engine/caller.ts';
import type { Chance } from '../engine/chance.ts';
import { statementText } from './bank-files.ts';
import { isoDay } from './calendar-arithmetic.ts';
import { type Paying, paymentsFor } from './money-actions.ts';
import type { PlannedPolicy } from './planned-policy.ts';
import type { Action } from './scenario.ts';

const [HOUR, DAY] = [3_600_000, 86_400_000];

/** Money of a policy that comes to the bank, and is told by statements: each of a day, some of them twice, some overlapping. */
export function bankActions(chance: Chance, policy: PlannedPolicy): readonly Action[] {
  const paid = policy.slices.flatMap((slice) => paymentsFor(chance, policy, slice)).toSorted((a, b) => a.at - b.at);
  const format = chance.pick(['camt', 'camt', 'mt940', 'csv'] as const);
  return paid.flatMap((paying, index) => {
    const before = chance.is(0.3) ? paid.slice(Math.max(0, index - 1), index) : [];
    const statement = statementOf(policy, format, [...before, paying], `bank-${policy.policyNumber}-${index}`);
    const at = paying.at + chance.int(0, 30) * HOUR;
    const racing = paying.racing ? { racing: policy.policyNumber } : {};
    const again = { at: at + chance.pick([0, 20, HOUR, 3 * DAY]), request: { ...statement, key: `${statement.key}-again` } };
    return [{ at, request: statement, ...racing }, ...(chance.is(0.3) ? [again] : [])];
  });
}

function statementOf({ currency }: PlannedPolicy, format: 'camt' | 'mt940' | 'csv', paid: readonly Paying[], key: string): ApiRequest {
  const credits = paid.map(creditOf);
  const closingOn = isoDay(paid.at(-1)?.at ?? 0);
  const entries = credits.map((credit, index) => ({
    ...credit,
    policyNumber: paid[index]?.policyNumber ?? '',
    bookedOn: isoDay(paid[index]?.at ?? 0),
  }));
  return { key, operation: 'importStatement', text: statementText(format, { currency, closingOn, entries }), credits };
}

/** The mark is its own: of the payment's id, letters that no policy number has. */
const creditOf = ({ paymentId, minor, currency }: Paying): Credit => ({
  mark: `mark${paymentId.replaceAll(/[^a-z0-9]/gi, '')}`,
  minor,
  currency,
});
