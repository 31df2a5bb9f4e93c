import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localDate } from '../../shared/domain/local-date.ts';
import type { ReliefSaid } from '../../shared/domain/relief-request.ts';
import { standing } from '../../shared/domain/standing.ts';
import { termsOf } from '../../shared/domain/write-off.ts';
import { installmentsOf, policyOf } from '../support/policies.ts';
import { writeOffOf } from '../support/write-offs.ts';

const TODAY = localDate('2027-03-10');
const THREE = installmentsOf('2026-12-01: 100', '2027-03-01: 100', '2027-06-01: 100');
const owed = (receivedMinor: number, directedMinor: Readonly<Record<number, number>>, ...shares: readonly string[]) =>
  standing(policyOf({ installments: THREE, relief: [writeOffOf('2027-03-05', ...shares)] }), { receivedMinor, directedMinor }, TODAY);

test.each<[string, number, Readonly<Record<number, number>>, readonly string[], readonly string[], number]>([
  ['a shortfall', 99, {}, ['1: 1'], ['99 + 1', '0 + 0', '0 + 0'], 0],
  ['money that comes later covers others', 150, {}, ['1: 1'], ['99 + 1', '51 + 0', '0 + 0'], 0],
  ['money for it in advance covers others', 150, { 1: 150 }, ['1: 100'], ['0 + 100', '100 + 0', '50 + 0'], 0],
  ['money beyond all that is asked for is excess', 300, {}, ['1: 1', '3: 100'], ['99 + 1', '100 + 0', '0 + 100'], 101],
  ['the money goes back: what was written off stays so', 0, {}, ['1: 1'], ['0 + 1', '0 + 0', '0 + 0'], 0],
  ['in two steps', 0, {}, ['1: 60', '1: 40'], ['0 + 100', '0 + 0', '0 + 0'], 0],
])('%s', (_, received, directed, shares, expected, excess) => {
  const { installments, excessMinor } = owed(received, directed, ...shares);
  expect(installments.map((i) => `${i.coveredMinor} + ${i.writtenOffMinor}`)).toEqual(expected);
  expect(excessMinor).toBe(excess);
});

test('what is written off is neither outstanding nor past due; cover counts as paid for', () => {
  expect(owed(99, {}, '1: 1', '2: 100')).toMatchObject({
    outstandingMinor: 100,
    pastDueMinor: 0,
    writtenOffMinor: 101,
    daysPastDue: 0,
    paidToDate: '2027-05-31',
    installments: [{ status: 'paid' }, { status: 'paid' }, { status: 'upcoming' }],
  });
});

test.each<[string, ReliefSaid, readonly string[]]>([
  ['all that is past due', { kind: 'writeOff' }, ['1: 1', '2: 100']],
  ['an installment to come', { kind: 'writeOff', installment: 3 }, ['3: 100']],
  ['one that is not there', { kind: 'writeOff', installment: 4 }, ['4: 0']],
])('a write-off of %s is of what is outstanding', (_, said, shares) => {
  expect(termsOf(said, owed(99, {}))).toEqual({ kind: 'writeOff', shares: writeOffOf('2027-03-05', ...shares).shares });
});

test('whatever is paid and written off: each installment is what is covered, written off and outstanding, none below zero', () => {
  const amounts = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(amounts, fc.nat(400), fc.nat(150), fc.integer({ min: 1, max: 3 }), (off, received, directed, number) => {
      const shares = off.map((amount, index) => `${index + 1}: ${amount}`);
      const after = owed(received + directed, { [number]: directed }, ...shares);
      for (const [index, i] of after.installments.entries()) {
        expect([i.coveredMinor >= 0, i.outstandingMinor >= 0, i.writtenOffMinor]).toEqual([true, true, off[index]]);
        expect(i.coveredMinor + i.writtenOffMinor + i.outstandingMinor).toBe(100);
      }
      const covered = after.installments.reduce((total, i) => total + i.coveredMinor, 0);
      expect(covered + after.excessMinor).toBe(received + directed);
      if (after.outstandingMinor > 0) expect(after.excessMinor).toBe(0);
    }),
  );
});
