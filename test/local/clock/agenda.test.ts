import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Appointment, createAgenda } from '../../../infra/local/clock/agenda.ts';

const appointment = (atMs: number, key: string): Appointment => ({ atMs, kind: 'schedule', key });

test('takes what is due in order of time, of one instant in the order it was added', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20)), fc.nat(20), (times, throughMs) => {
      const agenda = createAgenda(() => true);
      const added = times.map((atMs, index) => appointment(atMs, String(index)));
      for (const one of added) agenda.add(one);
      const due = added.filter(({ atMs }) => atMs <= throughMs).sort((a, b) => a.atMs - b.atMs); // sort is stable
      expect(agenda.takeThrough(throughMs)).toEqual(due);
      const rest = times.filter((atMs) => atMs > throughMs);
      expect(agenda.nextMs()).toBe(rest.length === 0 ? null : Math.min(...rest));
    }),
  );
});

test('what no longer holds is passed over', () => {
  const cancelled = new Set(['b', 'c']);
  const agenda = createAgenda(({ key }) => !cancelled.has(key));
  for (const [index, key] of ['b', 'a', 'c', 'd'].entries()) agenda.add(appointment(index, key));
  expect(agenda.nextMs()).toBe(1);
  expect(agenda.takeThrough(10).map(({ key }) => key)).toEqual(['a', 'd']);
});
