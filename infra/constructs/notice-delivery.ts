import { EventBus } from 'aws-cdk-lib/aws-events';
import { ConfigurationSet, ConfigurationSetTlsPolicy, EmailSendingEvent, EventDestination } from 'aws-cdk-lib/aws-ses';
import { Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { Configuration } from '../configuration/configuration.ts';

/** What became of a letter, of which the notice's state follows. Opens and clicks are none of our business. */
const OUTCOMES = [
  EmailSendingEvent.SEND,
  EmailSendingEvent.DELIVERY,
  EmailSendingEvent.BOUNCE,
  EmailSendingEvent.COMPLAINT,
  EmailSendingEvent.REJECT,
  EmailSendingEvent.DELIVERY_DELAY,
];

/**
 * How letters leave: only under this configuration set, which reports on the account's default event bus what became of each.
 * The identity itself is verified by hand, once, because it needs records in the insurer's DNS (README, Deploying).
 */
export class NoticeDelivery extends Construct {
  readonly configurationSetName: string;
  readonly configurationSetArn: string;
  /** The address and its domain: SES checks the one that is verified. */
  readonly identityArns: readonly string[];

  constructor(scope: Construct, id: string, { stage, mailFrom }: Configuration) {
    super(scope, id);
    const ses = (resource: string, resourceName: string) => Stack.of(this).formatArn({ service: 'ses', resource, resourceName });
    const name = `premium-control-${stage}`;
    const configurationSet = new ConfigurationSet(this, 'ConfigurationSet', {
      configurationSetName: name,
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
    });
    configurationSet.addEventDestination('Outcomes', {
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'AccountBus', 'default')),
      events: OUTCOMES,
    });
    this.configurationSetName = configurationSet.configurationSetName;
    this.configurationSetArn = ses('configuration-set', name);
    this.identityArns = [mailFrom, mailFrom.slice(mailFrom.lastIndexOf('@') + 1)].map((identity) => ses('identity', identity));
  }
}
