import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, localDate, maxDate } from '../../../shared/domain/local-date.ts';
import type { NoticeState } from '../../../shared/domain/notice.ts';
import { deferralOf, holdOf, policyOf, promiseOf, withGrace } from '../../support/policies.ts';
import { audit, outstanding, planned } from './auditor.ts';
import { later, PolicyLife } from './policy-life.ts';

/*
 * Random lives: plans × payments × reversals × relief × outages × what becomes of mail. Every decision is audited; here is
 * what must hold of the whole life.
 */
const FIRST = localDate('2026-11-20');
const CODES = ['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8'];

type Event =
  | { readonly kind: 'pay'; readonly day: number; readonly amountMinor: number; readonly installment: number }
  | { readonly kind: 'reverse'; readonly day: number; readonly which: number }
  | { readonly kind: 'tell' | 'readdress'; readonly day: number }
  | { readonly kind: 'hold' | 'promise' | 'deferral'; readonly day: number; readonly length: number; readonly installment: number };

interface Plan {
  readonly slices: readonly { readonly gap: number; readonly amountMinor: number }[];
  readonly graceDays: number;
  readonly events: readonly Event[];
  readonly outages: readonly { readonly day: number; readonly length: number }[];
  readonly mail: readonly { readonly state: NoticeState; readonly afterDays: number }[];
}

const day = fc.nat(260);
const pay = fc.record({ kind: fc.constant('pay' as const), day, amountMinor: fc.integer({ min: 1, max: 250 }), installment: fc.nat(4) });
const reverse = fc.record({ kind: fc.constant('reverse' as const), day, which: fc.nat(5) });
const relief = fc.record({
  kind: fc.constantFrom('hold' as const, 'promise' as const, 'deferral' as const),
  day,
  length: fc.integer({ min: 1, max: 30 }),
  installment: fc.integer({ min: 1, max: 4 }),
});
const person = fc.record({ kind: fc.constantFrom('tell' as const, 'readdress' as const), day });
const GOOD_MAIL = fc.record({ state: fc.constantFrom<NoticeState>('SENT', 'DELIVERED'), afterDays: fc.constantFrom(0, 0, 0, 0.01, 1, 4) });
const ANY_MAIL = fc.record({
  state: fc.constantFrom<NoticeState>('SENT', 'DELIVERED', 'COMPLAINED', 'BOUNCED', 'FAILED', 'UNKNOWN', 'CLAIMED'),
  afterDays: fc.constantFrom(0, 0, 0.01, 2, 9),
});

const plans = (events: fc.Arbitrary<Event>, mail: fc.Arbitrary<Plan['mail'][number]>): fc.Arbitrary<Plan> =>
  fc.record({
    slices: fc.array(fc.record({ gap: fc.integer({ min: 1, max: 70 }), amountMinor: fc.integer({ min: 1, max: 120 }) }), {
      minLength: 1,
      maxLength: 4,
    }),
    graceDays: fc.constantFrom(0, 3, 5, 7, 10, 10, 10, 20),
    events: fc.array(events, { maxLength: 7 }),
    outages: fc.array(fc.record({ day, length: fc.integer({ min: 1, max: 60 }) }), { maxLength: 2 }),
    mail: fc.array(mail, { minLength: 1, maxLength: 6 }),
  });

function live({ slices, graceDays, events, outages, mail }: Plan, days = 560): PolicyLife {
  let dueOn = FIRST;
  const installments = slices.map(({ gap, amountMinor }, index) => {
    dueOn = addDays(dueOn, gap);
    return { number: index + 1, dueOn, amountMinor };
  });
  const life = new PolicyLife('2026-11-01', {
    policy: policyOf({ installments, coverTo: later('2026-11-20', 300) }),
    applied: withGrace(graceDays),
    outages: outages.map((o) => [later(FIRST, o.day), later(FIRST, o.day + o.length)] as const),
    mail: ({ noticeId }) => mail[Number(noticeId.slice(1)) % mail.length] ?? { state: 'SENT', afterDays: 0 },
  });
  life.onDecision = (before, decision) => audit(life, before, decision);
  const received: (readonly [number, number])[] = [];
  for (const event of events.toSorted((a, b) => a.day - b.day)) happen(life, event, received);
  return life.until(later(FIRST, days));
}

function happen(life: PolicyLife, event: Event, received: (readonly [number, number])[]): void {
  const on = later(FIRST, event.day);
  switch (event.kind) {
    case 'pay':
      life.pay(on, event.amountMinor, event.installment);
      received.push([event.amountMinor, event.installment]);
      return;
    case 'reverse': {
      const [payment] = received.splice(event.which % Math.max(1, received.length), 1);
      if (payment) life.reverse(on, ...payment);
      return;
    }
    case 'hold':
      life.grant(holdOf(on, later(on, event.length)));
      return;
    case 'promise':
      life.grant(promiseOf(on, later(on, event.length)));
      return;
    case 'tell':
      life.tell(on);
      return;
    case 'readdress':
      life.readdress(on, `cfo-${event.day}@client.example`);
      return;
    case 'deferral': {
      const due = life.facts.policy.installments[event.installment - 1]?.dueOn ?? on;
      life.grant(deferralOf(on, later(maxDate(due, on), event.length), event.installment));
    }
  }
}

const RUNS = { numRuns: 40 };

/** A message that came back is waited for day by day: a year of it shows no more than two months. */
const SHORT = 320;

test('every decision is in order, whatever happens to money, relief, mail and the machines', () => {
  fc.assert(
    fc.property(plans(fc.oneof(pay, reverse, relief, person), ANY_MAIL), (plan) => {
      live(plan, SHORT);
    }),
    RUNS,
  );
}, 120_000);

describe('when money never goes back and every message is sent', () => {
  const steady = plans(fc.oneof({ weight: 3, arbitrary: pay }, relief), GOOD_MAIL);

  test('no life waits for ever: what is owed lapses, what is paid completes', () => {
    fc.assert(
      fc.property(steady, (plan) => {
        const life = live(plan);
        const owes = [...outstanding(life.facts).values()].some((amount) => amount > 0);
        expect(life.status).toBe(owes ? 'lapsed' : 'completed');
        expect(life.facts.progress.next).toBeUndefined();
      }),
      RUNS,
    );
  });

  test('without relief every checkpoint ends exactly once, in order, unless the policy has lapsed before', () => {
    fc.assert(
      fc.property(
        plans(
          pay,
          GOOD_MAIL.map((m) => ({ ...m, afterDays: 0 })),
        ),
        (plan) => {
          const life = live(plan);
          for (const { number } of life.facts.policy.installments) {
            const codes = life.settled.filter((s) => s.installment === number).map((s) => s.code);
            expect(codes).toEqual(CODES.slice(0, codes.length));
            if (life.status !== 'lapsed') expect(codes).toEqual(CODES);
          }
        },
      ),
      RUNS,
    );
  });

  test('after an outage one step of an installment, and one more only where the calendar puts two on one day', () => {
    fc.assert(
      fc.property(
        plans(
          pay,
          GOOD_MAIL.map((m) => ({ ...m, afterDays: 0 })),
        ),
        (plan) => {
          const life = live(plan);
          const together = Map.groupBy(life.acts, (a) => `${a.installment} at ${a.at}`);
          for (const acts of together.values()) {
            const [first, second, ...more] = acts.map((a) => a.checkpoint.index);
            expect(more).toEqual([]);
            if (first === undefined || second === undefined) continue;
            const dueOn = life.facts.policy.installments[(acts[0]?.installment ?? 1) - 1]?.dueOn ?? FIRST;
            const dates = planned(dueOn, plan.graceDays);
            expect((dates[second] ?? '') <= (dates[first] ?? '')).toBe(true);
          }
        },
      ),
      RUNS,
    );
  });
});

test('the same life twice is the same', () => {
  fc.assert(
    fc.property(plans(fc.oneof(pay, reverse, relief, person), ANY_MAIL), (plan) => {
      const [one, other] = [live(plan, SHORT), live(plan, SHORT)];
      expect(other.settled).toEqual(one.settled);
      expect(other.facts).toEqual(one.facts);
    }),
    { numRuns: 10 },
  );
}, 120_000);
