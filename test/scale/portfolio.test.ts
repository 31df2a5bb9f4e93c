import { expect, test } from 'vitest';
import { localDate } from '../../shared/domain/local-date.ts';
import { draw, lotteryOf } from './count/lottery.ts';
import { portfolio } from './count/portfolio.ts';
import { likelihood, startDays } from './count/start-days.ts';
import { MARKETS, PAID_BEFORE, PLANS } from './data/assumptions.ts';

test('the same seed has the same portfolio, another seed another', () => {
  const [one, again, other] = [portfolio(50, 1), portfolio(50, 1), portfolio(50, 2)].map((contracts) => [...contracts]);
  expect(again).toEqual(one);
  expect(other).not.toEqual(one);
});

test('a larger portfolio begins with the smaller one', () => {
  expect([...portfolio(200, 1)].slice(0, 50)).toEqual([...portfolio(50, 1)]);
});

test('shares are met: markets, plans, and who pays late', () => {
  const contracts = [...portfolio(20_000, 1)];
  const shareOf = (isOne: (contract: (typeof contracts)[number]) => boolean) => contracts.filter(isOne).length / contracts.length;
  expect(shareOf(({ kind }) => kind.zone === 0)).toBeCloseTo((MARKETS[0]?.[1] ?? 0) / 1_000, 1);
  PLANS.forEach(([, thousandths], plan) => {
    expect(shareOf(({ kind }) => kind.plan === plan)).toBeCloseTo(thousandths / 1_000, 1);
  });
  const paid = contracts.flatMap(({ policies }) => policies.flatMap(({ paidBefore }) => paidBefore));
  const late = PAID_BEFORE.filter(([before]) => before > 2).reduce((sum, [, of]) => sum + of, 0) / 1_000;
  expect(paid.filter((before) => before > 2).length / paid.length).toBeCloseTo(late, 2);
});

test('a lottery draws each value as often as its share says', () => {
  const lottery = lotteryOf([
    ['a', 250],
    ['b', 750],
  ]);
  expect([0, 0.2499, 0.25, 0.9999].map((chance) => draw(lottery, chance))).toEqual([0, 0, 1, 1]);
  expect(() => lotteryOf([['a', 999]])).toThrow('999 thousandths');
});

test('cover begins on the 1st of January in 66 of 1,000 policies: 190 of 1,000 × 350 of 1,000', () => {
  expect(likelihood(localDate('2027-01-01'))).toBeCloseTo(0.0665, 6);
  const days = startDays();
  expect(days.filter((day) => day === 0).length / days.length).toBeCloseTo(0.0665, 3);
});
