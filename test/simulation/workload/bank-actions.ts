import type { ApiRequest, Credit } from '../engine/caller.ts';
import type { Chance } from '../engine/chance.ts';
import { type BankEntry, type Format, statementText } from './bank-files.ts';
import { isoDay } from './calendar-arithmetic.ts';
import { type Paying, paymentsFor } from './money-actions.ts';
import type { PlannedPolicy } from './planned-policy.ts';
import type { Action } from './scenario.ts';

export interface BankChances {
  readonly paying: Chance;
  readonly returning: Chance;
  readonly uploading: Chance;
}

const [HOUR, DAY] = [3_600_000, 86_400_000];

/** What the bank has booked, and when. */
interface Booked extends BankEntry {
  readonly at: number;
  readonly racing: boolean;
}

/** Money of a policy that comes to the bank, and is told by statements: each of a day, some of them twice, some overlapping. */
export function bankActions({ paying: chance, returning, uploading }: BankChances, policy: PlannedPolicy): readonly Action[] {
  const paid = policy.slices.flatMap((slice) => paymentsFor(chance, policy, slice)).toSorted((a, b) => a.at - b.at);
  const format = chance.pick(['camt', 'camt', 'mt940', 'csv'] as const);
  const credits = paid.map(creditOf);
  const upload = uploading.is(0.5) ? uploading : undefined;
  const common = { policy, format, upload };
  const told = credits.flatMap((credit, index) => {
    const before = chance.is(0.3) ? credits.slice(Math.max(0, index - 1), index) : [];
    return tellings(chance, { ...common, booked: [...before, credit], key: `bank-${policy.policyNumber}-${index}` });
  });
  return [...told, ...(format === 'csv' ? [] : returnActions(returning, common, credits))];
}

type Common = Pick<Telling, 'policy' | 'format' | 'upload'>;

/**
 * Some of the money goes back: at once or much later. The file that tells it may tell of the money again, in either order, and may be
 * there before the first that tells of the money.
 */
function returnActions(chance: Chance, common: Common, credits: readonly Booked[]): readonly Action[] {
  return credits.flatMap((credit, index) => {
    if (!chance.is(0.35)) return [];
    const at = credit.at + chance.pick([HOUR, 5 * HOUR, 3 * DAY, 14 * DAY]);
    const manner = chance.pick(['reversal', 'returned'] as const);
    const back: Booked = { ...credit, kind: 'return', manner, at, bookedOn: isoDay(at), racing: chance.is(0.5) };
    const booked = chance.pick([[back], [back], [credit, back], [back, credit]]);
    return tellings(chance, { ...common, booked, key: `bank-${common.policy.policyNumber}-back-${index}` });
  });
}

interface Telling {
  readonly policy: PlannedPolicy;
  readonly format: Format;
  readonly booked: readonly Booked[];
  readonly key: string;
  /** Chance of how it is uploaded; undefined: it is posted. */
  readonly upload: Chance | undefined;
}

function tellings(chance: Chance, telling: Telling): readonly Action[] {
  const latest = telling.booked.toSorted((a, b) => a.at - b.at).at(-1);
  const request = telling.upload ? uploadOf(telling, telling.upload) : postOf(telling);
  const at = (latest?.at ?? 0) + chance.int(0, 30) * HOUR;
  const racing = latest?.racing ? { racing: telling.policy.policyNumber } : {};
  const again = { at: at + chance.pick([0, 20, HOUR, 3 * DAY]), request: { ...request, key: `${request.key}-again` } };
  return [
    { at, request, ...racing },
    ...(chance.is(0.3) ? [again] : []),
    ...(telling.upload ? brokenOff(telling.upload, at, request) : []),
  ];
}

const postOf = (telling: Telling): ApiRequest => {
  const { key, booked } = telling;
  return {
    key,
    operation: 'importStatement',
    text: textOf(telling, 1),
    credits: ofKind(booked, 'credit'),
    returns: ofKind(booked, 'return'),
  };
};

/** More than a block of the import has in it, some of them. */
const FEES = [1, 1, 1, 230, 410] as const;

function uploadOf(telling: Telling, chance: Chance): ApiRequest {
  const { key, booked, format } = telling;
  const fees = chance.pick(FEES);
  const { contentType, content } = textOf(telling, fees);
  const file = { content, entries: booked.length + (format === 'csv' ? 0 : fees), isWhole: true };
  const [credits, returns] = [ofKind(booked, 'credit'), ofKind(booked, 'return')];
  return { key, operation: 'startUpload', body: { contentType }, file, credits, returns };
}

/** The same file, when its program broke off while it wrote it: the end is missing. */
function brokenOff(chance: Chance, at: number, { file, credits: _, returns: __, ...request }: ApiRequest): readonly Action[] {
  if (!file || !chance.is(0.15)) return [];
  const content = file.content.slice(0, -40);
  const broken = { ...request, key: `${request.key}-broken`, file: { ...file, content, isWhole: false } };
  return [{ at: at - chance.int(0, HOUR), request: broken }];
}

function textOf({ policy: { currency }, format, booked }: Telling, fees: number) {
  const closingOn = isoDay(Math.max(...booked.map(({ at }) => at)));
  return statementText(format, { currency, closingOn, entries: booked, fees });
}

const ofKind = (booked: readonly Booked[], wanted: BankEntry['kind']): readonly Credit[] =>
  booked.filter(({ kind }) => kind === wanted).map(({ mark, minor, currency }) => ({ mark, minor, currency }));

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
