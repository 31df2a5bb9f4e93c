import type { AcceptedMail } from './mail-message.ts';

/** What SES publishes of one mail, in this order. Nothing is late here, doubled or lost: the simulation does that. */
type Outcome = { readonly eventType: string; readonly more?: Readonly<Record<string, unknown>> };

const DELIVERED: Outcome = { eventType: 'Delivery' };
const BOUNCED: Outcome = { eventType: 'Bounce', more: { bounce: { bounceType: 'Permanent', bounceSubType: 'General' } } };
const SUPPRESSED: Outcome = { eventType: 'Bounce', more: { bounce: { bounceType: 'Permanent', bounceSubType: 'Suppressed' } } };
const COMPLAINED: Outcome = { eventType: 'Complaint', more: { complaint: { complaintFeedbackType: 'abuse' } } };

/**
 * Addresses of the SES mailbox simulator, at any domain: a test needs no network, and no real address begins like that.
 * https://docs.aws.amazon.com/ses/latest/dg/send-an-email-from-console.html#send-test-email
 */
const SIMULATED: Readonly<Record<string, readonly Outcome[]>> = {
  bounce: [BOUNCED],
  suppressionlist: [SUPPRESSED],
  complaint: [DELIVERED, COMPLAINED],
  ooto: [DELIVERED], // the automatic reply goes to the return path, which is nobody here
};

/** The events of an accepted mail as EventBridge hands them to a function. */
export function mailEvents({ messageId, to, tags, at }: AcceptedMail, configurationSetArn: string): readonly object[] {
  const name = to[0]?.match(/([^<\s"]+)@[^@]*$/)?.[1]?.toLowerCase() ?? '';
  const outcomes = [{ eventType: 'Send' }, ...(SIMULATED[name] ?? [DELIVERED])];
  return outcomes.map(({ eventType, more = {} }: Outcome, index) => ({
    version: '0',
    id: `${messageId}-${index}`,
    'detail-type': `Email ${eventType}`,
    source: 'aws.ses',
    time: at,
    resources: [configurationSetArn],
    detail: { eventType, mail: { timestamp: at, messageId, destination: to, tags }, ...more },
  }));
}
