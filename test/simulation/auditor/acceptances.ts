import type { Acceptance } from '../../support/simulated-aws/ses/memory-ses.ts';
import type { Books } from './books.ts';
import type { Report } from './finding.ts';

/** 8: SES takes a notice once, or never, alone or with others of its client to one address. */
export class Acceptances {
  readonly #times = new Map<string, number>();

  has(noticeId: string): boolean {
    return this.#times.has(noticeId);
  }

  onAccepted({ noticeIds, to }: Acceptance, books: Books, report: Report): void {
    for (const noticeId of noticeIds) {
      const times = (this.#times.get(noticeId) ?? 0) + 1;
      this.#times.set(noticeId, times);
      if (times > 1) report(8, `notice ${noticeId} was accepted ${times} times`);
      if (!books.notices.has(noticeId)) report(8, `a letter that is no notice was sent: '${noticeId}'`);
    }
    const clients = new Set(noticeIds.map((noticeId) => books.notices.get(noticeId)?.['clientId']));
    if (clients.size > 1) report(8, `a letter to ${to} is about several clients: ${noticeIds.join(', ')}`);
  }
}
