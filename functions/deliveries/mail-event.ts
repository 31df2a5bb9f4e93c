import * as z from 'zod/mini';
import { noticeIdsOf } from '../../shared/domain/notice-tag.ts';
import type { Reported } from '../../shared/usecases/record-delivery.ts';

/**
 * An SES event as EventBridge delivers it. Ours carry the tag `noticeId`, which names every notice
 * of the message; the account's other mail doesn't.
 * https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html (the same content as for SNS)
 */
const mailEvent = z.object({
  detail: z.object({
    eventType: z.string(),
    mail: z.object({ messageId: z.string(), tags: z.optional(z.record(z.string(), z.array(z.string()))) }),
    bounce: z.optional(z.object({ bounceType: z.optional(z.string()), bounceSubType: z.optional(z.string()) })),
    reject: z.optional(z.object({ reason: z.optional(z.string()) })),
  }),
});

const EVENTS = { Send: 'Send', Delivery: 'Delivery', Bounce: 'Bounce', Complaint: 'Complaint', Reject: 'Reject' } as const;

/** One report for each notice of the message. None: not ours, or nothing that changes a notice (a delay, an opening). */
export function readMailEvent(event: unknown): readonly Reported[] {
  const { eventType, mail, bounce, reject } = mailEvent.parse(event).detail;
  const known = Object.entries(EVENTS).find(([name]) => name === eventType)?.[1];
  if (known === undefined) return [];
  const reason = [bounce?.bounceType, bounce?.bounceSubType, reject?.reason].filter((part) => part !== undefined).join(' ');
  return noticeIdsOf(mail.tags?.['noticeId']?.[0] ?? '').map((noticeId) => ({
    noticeId,
    messageId: mail.messageId,
    event: known,
    ...(reason === '' ? {} : { reason }),
  }));
}
