import { paymentReader } from '../../shared/adapters/dynamodb/payment-reader.ts';
import { policyStore } from '../../shared/adapters/dynamodb/policy-store.ts';
import { regulationStore } from '../../shared/adapters/dynamodb/regulation-store.ts';
import { timelineReader } from '../../shared/adapters/dynamodb/timeline-reader.ts';
import { type CalendarCode, isCalendarCode } from '../../shared/domain/business-calendar.ts';
import type { Deps as OpenDeps } from '../../shared/usecases/open-policy.ts';
import type { Deps as TimelineDeps } from '../../shared/usecases/read-timeline.ts';
import { checkpointWakeUps } from './checkpoints.ts';
import { dynamoDb } from './dynamodb.ts';
import { environment } from './environment.ts';
import { type Outside, system } from './system.ts';

interface Defaults {
  readonly timeZone: string;
  readonly country: CalendarCode;
}

export function policyRuntime(outside?: Outside): OpenDeps & TimelineDeps & { readonly defaults: Defaults } {
  const { clock, pace, aws } = system(outside);
  const { tables, defaultTimeZone: timeZone, defaultCountry: country } = environment();
  if (!isCalendarCode(country)) throw new Error(`DEFAULT_COUNTRY must be a country whose calendar is known, not '${country}'`);
  return {
    clock,
    policies: policyStore(dynamoDb(aws), tables, pace),
    regulations: regulationStore(dynamoDb(aws), tables.Regulations),
    wakeUps: checkpointWakeUps({ clock, aws }),
    timeline: timelineReader(dynamoDb(aws), tables),
    payments: paymentReader(dynamoDb(aws), tables.Payments),
    defaults: { timeZone, country },
  };
}
