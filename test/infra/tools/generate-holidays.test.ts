import { expect, test } from 'vitest';
import { holidaysByLaw } from '../../../infra/tools/generate-holidays.ts';
import generated from '../../../shared/domain/calendar/holidays.generated.json' with { type: 'json' };

test('the holidays in the repository are the ones the rules give', () => {
  expect(generated).toEqual(holidaysByLaw());
});
