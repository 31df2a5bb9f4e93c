import type { BusinessCalendar } from '../business-calendar.ts';
import type { LocalDate } from '../local-date.ts';
import type { NoticeState } from '../notice.ts';
import type { Account, Policy, Progress } from '../policy.ts';
import type { Regulation } from '../regulation.ts';
import type { AppliedConditions } from '../service-conditions.ts';

/** All that a decision may look at. Whoever has these facts gets the same decision, today and in ten years. */
export interface ControlFacts {
  readonly policy: Policy;
  readonly account: Account;
  readonly progress: Progress;
  readonly regulation: Regulation;
  readonly applied: AppliedConditions;
  readonly calendar: BusinessCalendar;
  /** Epoch ms. */
  readonly now: number;
  /** States of the notices that adverse actions depend on, and of those that came back and wait for a person. */
  readonly noticeStates: Readonly<Record<string, NoticeState>>;
  /** Local days on which those that were sent left us. */
  readonly sentOn: Readonly<Record<string, LocalDate>>;
  /** Those whose recipient has another address now. */
  readonly readdressed: readonly string[];
  /** Bank statements are imported through this day. */
  readonly reconciledThrough?: LocalDate;
}
