import type { ApiRequest, Credit } from '../engine/caller.ts';
import type { Chance } from '../engine/chance.ts';
import { type BankEntry, type Format, statementText } from './bank-files.ts';
import { isoDay } from './calendar-arithmetic.ts';
import { type Paying, paymentsFor } from './money-actions.ts';
import type { PlannedPolicy } from './planned-policy.ts';
import type { Action } from './scenario.ts';

const [HOUR, DAY] = [3_600_000, 86_400_000];

/** What the bank has booked, and when. */
interface Booked extends BankEntry {
  readonly at: number;
  readonly racing: boolean;
}

/** Money of a policy that comes to the bank, and is told by statements: each of a day, some of them twice, some overlapping. */
export function bankActions(chance: Chance, returning: Chance, policy: PlannedPolicy): readonly Action[] {
  const paid = policy.slices.flatMap((slice) => paymentsFor(chance, policy, slice)).toSorted((a, b) => a.at - b.at);
  const format = chance.pick(['camt', 'camt', 'mt940', 'csv'] as const);
  const credits = paid.map(creditOf);
  const told = credits.flatMap((credit, index) => {
    const before = chance.is(0.3) ? credits.slice(Math.max(0, index - 1), index) : [];
    return tellings(chance, { policy, format, booked: [...before, credit], key: `bank-${policy.policyNumber}-${index}` });
  });
  return [...told, ...(format === 'csv' ? [] : returnActions(returning, policy, format, credits))];
}

/**
 * Some of the money goes back: at once or much later. The file that tells it may tell of the money again, in either order, and may be
 * there before the first that tells of the money.
 */
function returnActions(chance: Chance, policy: PlannedPolicy, format: Format, credits: readonly Booked[]): readonly Action[] {
  return credits.flatMap((credit, index) => {
    if (!chance.is(0.35)) return [];
    const at = credit.at + chance.pick([HOUR, 5 * HOUR, 3 * DAY, 14 * DAY]);
    const manner = chance.pick(['reversal', 'returned'] as const);
    const back: Booked = { ...credit, kind: 'return', manner, at, bookedOn: isoDay(at), racing: chance.is(0.5) };
    const booked = chance.pick([[back], [back], [credit, back], [back, credit]]);
    return tellings(chance, { policy, format, booked, key: `bank-${policy.policyNumber}-back-${index}` });
  });
}

interface Telling {
  readonly policy: PlannedPolicy;
  readonly format: Format;
  readonly booked: readonly Booked[];
  readonly key: string;
}

function tellings(chance: Chance, telling: Telling): readonly Action[] {
  const latest = telling.booked.toSorted((a, b) => a.at - b.at).at(-1);
  const request = statementOf(telling, isoDay(latest?.at ?? 0));
  const at = (latest?.at ?? 0) + chance.int(0, 30) * HOUR;
  const racing = latest?.racing ? { racing: telling.policy.policyNumber } : {};
  const again = { at: at + chance.pick([0, 20, HOUR, 3 * DAY]), request: { ...request, key: `${request.key}-again` } };
  return [{ at, request, ...racing }, ...(chance.is(0.3) ? [again] : [])];
}

function statementOf({ policy, format, booked, key }: Telling, closingOn: string): ApiRequest {
  const text = statementText(format, { currency: policy.currency, closingOn, entries: booked });
  const ofKind = (wanted: BankEntry['kind']): readonly Credit[] =>
    booked.filter(({ kind }) => kind === wanted).map(({ mark, minor, currency }) => ({ mark, minor, currency }));
  return { key, operation: 'importStatement', text, credits: ofKind('credit'), returns: ofKind('return') };
}

/** The mark is its own: of the payment's id, letters that no policy number has. */
const creditOf = ({ paymentId, policyNumber, minor, currency, at, racing = false }: Paying): Booked => ({
  kind: 'credit',
  manner: 'reversal',
  mark: `mark${paymentId.replaceAll(/[^a-z0-9]/gi, '')}`,
  policyNumber,
  minor,
  currency,
  at,
  bookedOn: isoDay(at),
  racing,
});
