import { expect, test } from 'vitest';
import { createMovableClock, startingOffset } from '../../../infra/local/clock/movable-clock.ts';

test('goes on with the machine, moves ahead, and never goes back', () => {
  let machineMs = 1_000;
  const clock = createMovableClock(0, { now: () => machineMs });
  clock.moveTo(5_000);
  expect(clock.now()).toBe(5_000);
  machineMs += 10;
  expect(clock.now()).toBe(5_010);
  clock.moveTo(3_000);
  expect(clock.now()).toBe(5_010);
  machineMs -= 500; // somebody sets the machine's clock
  expect(clock.now()).toBe(5_010);
});

test('another thread reads the same time in shared memory', () => {
  const clock = createMovableClock(0, { now: () => 1_000 });
  clock.moveTo(9_000);
  expect(clock.sharedOffset[0]).toBe(8_000);
});

test.each([
  ['fresh, nothing asked for: the machine’s time', null, null, 0],
  ['fresh, asked for the past', null, 400, -600],
  ['fresh, asked for the future', null, 5_000, 4_000],
  ['kept', 7_000, null, 7_000],
  ['kept is later than asked for', 7_000, 5_000, 7_000],
  ['asked for is later than kept', 2_000, 5_000, 4_000],
])('starts %s', (_, keptOffsetMs, askedMs, offsetMs) => {
  expect(startingOffset(keptOffsetMs, askedMs, 1_000)).toBe(offsetMs);
});
