import { type SESClient, SESServiceException, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { noticeTag } from '../../domain/notice-tag.ts';
import type { Mail, Mailer, MailOutcome } from '../../ports/mailer.ts';

export interface MailSettings {
  readonly from: string;
  readonly configurationSet: string;
}

/** MIME composer, passed in: what a message looks like is not the transport's matter. */
export type ComposeMime = (mail: Mail, from: string) => Promise<Uint8Array>;

/** Definite refusals: SES says the message was not accepted. Everything that is not one of these may have been. */
const THROTTLED = new Set(['Throttling', 'ThrottlingException', 'TooManyRequestsException', 'LimitExceededException']);
const REFUSED = new Set([
  'MessageRejected',
  'MailFromDomainNotVerifiedException',
  'ConfigurationSetDoesNotExistException',
  'ConfigurationSetSendingPausedException',
  'AccountSendingPausedException',
  'InvalidParameterValue',
  'ValidationError',
]);

/**
 * SES has no idempotency. The client must be built with maxAttempts: 1, since the SDK's own retries repeat also after a
 * time-out, a reset or a 5xx, when SES may have accepted the message.
 */
export function sesMailer(client: SESClient, { from, configurationSet }: MailSettings, compose: ComposeMime): Mailer {
  return {
    async send(mail) {
      const Data = await compose(mail, from);
      try {
        const { MessageId } = await client.send(
          new SendRawEmailCommand({
            RawMessage: { Data },
            Destinations: [mail.to.email],
            Source: from,
            ConfigurationSetName: configurationSet,
            Tags: [{ Name: 'noticeId', Value: noticeTag(mail.noticeIds) }],
          }),
        );
        return MessageId ? { outcome: 'accepted', messageId: MessageId } : { outcome: 'unknown', reason: 'no message id' };
      } catch (error) {
        return classify(error);
      }
    },
  };
}

function classify(error: unknown): MailOutcome {
  if (error instanceof SESServiceException) {
    if (THROTTLED.has(error.name)) return { outcome: 'throttled' };
    if (REFUSED.has(error.name)) return { outcome: 'refused', reason: error.name };
  }
  return { outcome: 'unknown', reason: error instanceof Error ? error.name : 'unknown' };
}
