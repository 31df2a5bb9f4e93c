import type { LocalFunction } from '../application.ts';
import { configurationSetArn } from '../arns.ts';
import type { AsyncInvocations } from '../lambda/async-invocations.ts';
import { mailEvents } from './mail-outcomes.ts';
import type { Mailbox } from './mailbox.ts';

/** Hands what became of each mail to the functions declared for it, as the rule on the account's default bus does. */
export const reportMails = (
  mailbox: Mailbox,
  functions: Readonly<Record<string, LocalFunction>>,
  invocations: Pick<AsyncInvocations, 'accept'>,
): void => {
  const told = Object.entries(functions).flatMap(([name, { trigger }]) => (trigger.kind === 'mailEvents' ? [name] : []));
  mailbox.onAccepted((mail) => {
    for (const event of mailEvents(mail, configurationSetArn)) {
      for (const name of told) invocations.accept(name, JSON.stringify(event), `mail ${mail.messageId}`);
    }
  });
};
