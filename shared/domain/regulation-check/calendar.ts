import { entries } from './entries.ts';
import type { Place } from './place.ts';
import type { Draft } from './readers.ts';
import type { RegulationShape } from './shape.ts';

/** A day is free or worked, not both. */
export function calendarIsClear({ calendar }: Draft<RegulationShape>, place: Place): void {
  const holidays = new Set(calendar?.holidays);
  for (const [index, day] of entries(calendar?.workingDays)) {
    if (holidays.has(day))
      place.at('calendar', 'workingDays', index).report(`${day} is among the holidays, too; leave it in one of the lists`);
  }
}
