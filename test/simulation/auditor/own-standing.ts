import type { Item } from '../engine/change-feed.ts';
import { dayAfter, daysFrom } from './own-dates.ts';

export interface OwnInstallment {
  readonly number: number;
  /** After relief. */
  readonly dueOn: string;
  /** Without what was written off. */
  readonly amount: bigint;
  readonly covered: bigint;
  /** Days after the due date that nothing excuses, today included. */
  readonly lateDays: number;
  /** By a deferral that was granted when it was late already: while it lasts nothing of it is past due. */
  readonly putOff: boolean;
}

interface Planned {
  readonly number: number;
  readonly dueOn: string;
  readonly amountMinor: number;
  readonly plan?: number;
}

export interface ReliefItem {
  readonly kind: string;
  readonly grantedOn: string;
  readonly endedOn?: string;
  readonly installment?: number;
  readonly newDueOn?: string;
  readonly promisedOn?: string;
  readonly until?: string;
  readonly shares?: readonly { readonly installment: number; readonly amountMinor: number }[];
}

/**
 * Who has what, computed from the single payments and moves: coin after coin, in the order the contract tells. What left was excess; where
 * there is none any more, because a payment went back, it is missed by those who have money tied to them, the latest first.
 */
export function ownStanding(policy: Item, money: readonly Item[], today: string): readonly OwnInstallment[] {
  const planned = policy['installments'] as readonly Planned[];
  const relief = (policy['relief'] ?? []) as readonly ReliefItem[];
  const dues = new Map(planned.map((p) => [p.number, dueDayOf(p, relief)]));
  const order = [...planned].sort(
    (a, b) => (a.plan ?? 1) - (b.plan ?? 1) || (dues.get(a.number) ?? '').localeCompare(dues.get(b.number) ?? '') || a.number - b.number,
  );
  const asked = new Map(planned.map((p) => [p.number, BigInt(p.amountMinor) - forgivenOf(p.number, relief)]));
  const room = new Map(asked);
  let free = 0n;
  for (const item of money) {
    const amount = BigInt(item['amountMinor'] as number);
    if (LEAVES.has(String(item['kind']))) free -= amount;
    else free += amount - fill(room, Number(item['installment'] ?? 0), amount);
  }
  for (const { number } of [...order].reverse()) free += empty(room, number, -free, asked);
  for (const { number } of order) free -= fill(room, number, free);
  return planned.map((p) => {
    const amount = asked.get(p.number) ?? 0n;
    const covered = amount - (room.get(p.number) ?? 0n);
    const dueOn = dues.get(p.number) ?? p.dueOn;
    const deferrals = relief.filter(({ kind }) => kind === 'deferral');
    return {
      number: p.number,
      dueOn,
      amount,
      covered,
      lateDays: lateDaysOf(p, dueOn, relief, today),
      putOff: isExcused(today, p, dueOn, deferrals),
    };
  });
}

const LEAVES = new Set(['transferOut', 'disbursement']);

const forgivenOf = (number: number, relief: readonly ReliefItem[]): bigint =>
  relief.flatMap((r) => r.shares ?? []).reduce((sum, s) => (s.installment === number ? sum + BigInt(s.amountMinor) : sum), 0n);

/** Takes what is missing from an installment that has some; answers how much came out. */
function empty(room: Map<number, bigint>, number: number, missing: bigint, asked: ReadonlyMap<number, bigint>): bigint {
  const inIt = (asked.get(number) ?? 0n) - (room.get(number) ?? 0n);
  const taken = missing <= 0n ? 0n : missing < inIt ? missing : inIt;
  room.set(number, (room.get(number) ?? 0n) + taken);
  return taken;
}

/** Puts money on an installment while there is room; answers how much went in. */
function fill(room: Map<number, bigint>, number: number, amount: bigint): bigint {
  const left = room.get(number) ?? 0n;
  const taken = amount <= 0n ? 0n : amount < left ? amount : left;
  if (room.has(number)) room.set(number, left - taken);
  return taken;
}

/** A deferral in time moves the date; one that was withdrawn, to the day of the withdrawal. */
function dueDayOf({ number, dueOn }: Planned, relief: readonly ReliefItem[]): string {
  let due = dueOn;
  for (const r of relief) {
    if (r.kind !== 'deferral' || r.installment !== number || r.grantedOn > due || !r.newDueOn) continue;
    const until = r.endedOn && r.endedOn < r.newDueOn ? r.endedOn : r.newDueOn;
    if (until > due) due = until;
  }
  return due;
}

/** Counted on the fingers, day by day. */
const lateDaysOf = (installment: Planned, dueOn: string, relief: readonly ReliefItem[], today: string): number =>
  daysFrom(dayAfter(dueOn, 1), dayAfter(today, 1)).filter((day) => !isExcused(day, installment, dueOn, relief)).length;

/** Does relief cover the day for this installment? */
export function isExcused(day: string, { number }: Pick<Planned, 'number'>, dueOn: string, relief: readonly ReliefItem[]): boolean {
  return relief.some((r) => {
    if (day < r.grantedOn || (r.endedOn !== undefined && day >= r.endedOn)) return false;
    switch (r.kind) {
      case 'hold':
        return day < (r.until ?? '');
      case 'promise':
        return dueOn <= (r.promisedOn ?? '') && day <= (r.promisedOn ?? '');
      case 'deferral':
        return r.installment === number && r.grantedOn > dueOn && day <= (r.newDueOn ?? '');
      default:
        return false;
    }
  });
}

export const owed = (i: OwnInstallment): bigint => i.amount - i.covered;

export const isPastDue = (i: OwnInstallment): boolean => i.lateDays > 0 && !i.putOff && owed(i) > 0n;
