import type { Acceptance } from '../../support/simulated-aws/ses/memory-ses.ts';
import type { FaultPlan } from '../faults/fault-plan.ts';
import { chanceOf } from './chance.ts';
import type { Timeline } from './timeline.ts';

export interface ReportDeps {
  readonly seed: string;
  readonly timeline: Timeline;
  readonly plan: FaultPlan;
  /** The function that hears of them, by its name. */
  readonly listener: string;
  readonly invokeLater: (functionName: string, payload: string, about: string) => void;
}

const [SECOND, HOUR] = [1_000, 3_600_000];

/** What SES reports of a message it has taken, through EventBridge: at least once, in any order, sometimes never. */
export class MailReports {
  readonly #deps: ReportDeps;

  constructor(deps: ReportDeps) {
    this.#deps = deps;
  }

  follow(acceptance: Acceptance): void {
    const { plan, seed } = this.#deps;
    const { messageId } = acceptance;
    const chance = chanceOf(`${seed}|mail|${messageId}`);
    if (plan.strike('rejected', messageId)) {
      this.#report(acceptance, 'Reject', SECOND);
      return;
    }
    this.#report(acceptance, 'Send', chance.int(200, 5 * SECOND));
    const bounced = plan.strike('bounced', messageId);
    if (!bounced || bounced.is(0.3)) this.#report(acceptance, 'Delivery', chance.int(SECOND, 120 * SECOND));
    if (bounced) this.#report(acceptance, 'Bounce', bounced.pick([2 * SECOND, HOUR, 40 * HOUR]));
    const complained = plan.strike('complained', messageId);
    if (complained) this.#report(acceptance, 'Complaint', complained.int(HOUR, 50 * HOUR));
  }

  #report({ messageId, noticeIds }: Acceptance, eventType: string, inMs: number) {
    const { timeline, plan, listener, invokeLater } = this.#deps;
    const key = `${messageId}/${eventType}`;
    if (plan.strike('reportMissing', key)) return;
    const detail = {
      eventType,
      mail: { messageId, tags: { noticeId: [noticeIds.join('.')] } },
      ...(eventType === 'Bounce' ? { bounce: { bounceType: 'Permanent' } } : {}),
    };
    const payload = JSON.stringify({ source: 'aws.ses', detail });
    timeline.in(inMs, () => invokeLater(listener, payload, key));
    const again = plan.strike('reportTwice', key);
    if (again) timeline.in(inMs + again.int(0, HOUR), () => invokeLater(listener, payload, key));
  }
}
