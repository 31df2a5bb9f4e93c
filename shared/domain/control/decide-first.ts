import type { BusinessCalendar } from '../business-calendar.ts';
import { checkpointInstant, datedCheckpoints } from '../checkpoint-dates.ts';
import { NO_CONTROL, type Policy, type Progress } from '../policy.ts';
import type { Regulation } from '../regulation.ts';

interface Beginning {
  readonly policy: Policy;
  readonly regulation: Regulation;
  readonly calendar: BusinessCalendar;
}

/**
 * The first wake-up of a new policy: the first checkpoint of the installment that is due first. A regulation begins with
 * a checkpoint anchored at the due date (checked on load), so the client's grace doesn't matter yet.
 */
export function decideFirst({ policy, regulation, calendar }: Beginning): Progress {
  const firsts = policy.installments.flatMap(({ number, dueOn }) => {
    const dating = { regulation, dueOn, pauses: [], graceDays: 0, letterDelayDays: 0, calendar, control: NO_CONTROL, today: dueOn };
    const first = datedCheckpoints({ ...dating, wouldAct: () => false })[0];
    return first ? [{ at: checkpointInstant(first.on, policy), installment: number, code: first.checkpoint.code }] : [];
  });
  const next = firsts.toSorted((a, b) => a.at - b.at || a.installment - b.installment)[0];
  return { generation: 1, controls: policy.installments.map(() => NO_CONTROL), ...(next ? { next } : {}) };
}
