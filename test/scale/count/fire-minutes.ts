import { checkpointInstant } from '../../../shared/domain/checkpoint-dates.ts';
import { spread } from '../../../shared/domain/spread.ts';
import { DAYS, dayOf, FIRST_DAY, minuteOf } from './window.ts';

/** The minutes of the year at which policies of a zone are woken: by day, and by the minute of the window that is the client's. */
export interface FireMinutes {
  readonly window: number;
  /** At `day × window + slot`. */
  readonly minutes: Int32Array;
}

/** More than any window has minutes, so that each of them is met. */
const PROBES = 20_000;

/** Asks `checkpointInstant` itself for each day and each minute of its window, once: 365 × 120 times a zone. */
export function fireMinutes(timeZone: string): FireMinutes {
  const byMinute = new Map<number, string>();
  for (let probe = 0; probe < PROBES; probe++) {
    const clientId = `probe-${probe}`;
    byMinute.set(minuteOf(checkpointInstant(FIRST_DAY, { clientId, timeZone })), clientId);
  }
  const clients = [...byMinute].toSorted(([a], [b]) => a - b).map(([, clientId]) => clientId);
  const window = clients.length;
  const minutes = new Int32Array(DAYS * window);
  for (let day = 0; day < DAYS; day++) {
    const on = dayOf(day);
    clients.forEach((clientId, slot) => {
      minutes[day * window + slot] = minuteOf(checkpointInstant(on, { clientId, timeZone }));
    });
  }
  return { window, minutes };
}

/** Which minute of the window is a client's. */
export const slotOf = (clientId: string, zone: FireMinutes | undefined): number => spread(clientId, zone?.window ?? 1);
