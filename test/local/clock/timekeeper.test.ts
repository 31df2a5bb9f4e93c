import { expect, test } from 'vitest';
import type { Appointment } from '../../../infra/local/clock/agenda.ts';
import { createMovableClock } from '../../../infra/local/clock/movable-clock.ts';
import { createTimekeeper, type Pace } from '../../../infra/local/clock/timekeeper.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const setUp = (onFire: (appointment: Appointment, pace: Pace | null) => void = () => {}) => {
  const machine = { now: () => 0 };
  const clock = createMovableClock(0, machine);
  const fired: [string, number][] = [];
  const timekeeper = createTimekeeper({
    clock,
    isStill: () => true,
    fire: (appointment, pace) => {
      fired.push([appointment.key, clock.now()]);
      onFire(appointment, pace);
      return appointment.kind === 'schedule';
    },
    quiet: async () => {},
    onMoved: () => {},
  });
  const remind = (key: string, atMs: number, kind: Appointment['kind'] = 'schedule') => timekeeper.remind({ key, atMs, kind });
  return { clock, timekeeper, fired, remind };
};

test('fires each at its own time, in order, and stops at the target', async () => {
  const { timekeeper, fired, remind, clock } = setUp();
  remind('later', 3 * HOUR);
  remind('first', HOUR);
  remind('beyond', 5 * HOUR);
  expect(await timekeeper.advanceTo(4 * HOUR)).toEqual({ nowMs: 4 * HOUR, fired: 2 });
  expect(fired).toEqual([
    ['first', HOUR],
    ['later', 3 * HOUR],
  ]);
  expect(clock.now()).toBe(4 * HOUR);
});

test('what falls into one minute fires together, none before its time', async () => {
  const { timekeeper, fired, remind } = setUp();
  remind('09:00:00', 9 * HOUR);
  remind('09:00:40', 9 * HOUR + 40_000);
  remind('09:01:10', 9 * HOUR + 70_000);
  await timekeeper.advanceTo(10 * HOUR);
  expect(fired).toEqual([
    ['09:00:00', 9 * HOUR + 40_000],
    ['09:00:40', 9 * HOUR + 40_000],
    ['09:01:10', 9 * HOUR + 70_000],
  ]);
});

test('what is armed on the way fires on the way; retries are not counted as firings', async () => {
  const { timekeeper, fired, remind } = setUp(({ key }) => {
    if (key === 'a') remind('b', 2 * HOUR, 'invocation');
  });
  remind('a', HOUR);
  expect(await timekeeper.advanceTo(3 * HOUR)).toMatchObject({ fired: 1 });
  expect(fired.map(([key]) => key)).toEqual(['a', 'b']);
});

test('moves are made one after the other', async () => {
  const { timekeeper, fired, remind } = setUp();
  remind('a', 90 * MINUTE);
  const moves = await Promise.all([timekeeper.advanceTo(HOUR), timekeeper.advanceTo(2 * HOUR)]);
  expect(moves).toEqual([
    { nowMs: HOUR, fired: 0 },
    { nowMs: 2 * HOUR, fired: 1 },
  ]);
  expect(fired).toEqual([['a', 90 * MINUTE]]);
});

test.each([
  [HOUR, null],
  [HOUR + 1, { stepMs: 20 * HOUR, untilMs: HOUR + 1 }],
])('a move of %s ms has the pace %o', async (targetMs, pace) => {
  const paces: (Pace | null)[] = [];
  const { timekeeper, remind } = setUp((_, given) => paces.push(given));
  remind('a', MINUTE);
  await timekeeper.advanceTo(targetMs);
  expect(paces).toEqual([pace]);
});
