import { Metric, Unit } from 'aws-cdk-lib/aws-cloudwatch';
import { Duration } from 'aws-cdk-lib/core';
import { METRIC_NAMESPACE, METRICS, type MetricName } from '../../../shared/ports/metrics.ts';
import { serviceName } from '../environment.ts';
import type { AlarmDefinition } from './alarm-definition.ts';

/** A metric that our own functions emit: always the one dimension, `service`. */
export const ownMetric = (stage: string, metricName: MetricName, statistic: string): Metric =>
  new Metric({
    namespace: METRIC_NAMESPACE,
    metricName,
    dimensionsMap: { service: serviceName(stage) },
    statistic,
    unit: METRICS[metricName] === 'Seconds' ? Unit.SECONDS : Unit.COUNT,
    period: Duration.minutes(5),
  });

/** The watchdog looks every five minutes, so what is a quarter of an hour old has been driven again twice in vain. */
const TOO_OLD_SECONDS = 900;

/** Whether the control of payments goes on: what our own functions report. */
export const processAlarms = (stage: string): readonly AlarmDefinition[] => [
  {
    section: 'late-checkpoints',
    says: 'A checkpoint has waited a quarter of an hour past its time: reminders and suspensions are late.',
    metric: ownMetric(stage, 'LateCheckpointAgeSeconds', 'Maximum'),
    rings: { when: '>=', threshold: TOO_OLD_SECONDS, periods: 2, missingIs: 'asBefore' },
  },
  {
    section: 'outbox-stalled',
    says: 'An intent has been in the Outbox for a quarter of an hour: letters or domain events do not leave.',
    metric: ownMetric(stage, 'OutboxOldestAgeSeconds', 'Maximum'),
    rings: { when: '>=', threshold: TOO_OLD_SECONDS, periods: 2, missingIs: 'asBefore' },
  },
  {
    section: 'unknown-notices',
    says: 'Of a notice nobody knows whether SES took it. It is not sent again by itself.',
    metric: ownMetric(stage, 'UnknownNotices', 'Sum'),
    rings: { when: '>=', threshold: 1, periods: 1, missingIs: 'fine' },
  },
  {
    section: 'watchdog-silent',
    says: 'The watchdog has not come to its end for a quarter of an hour: what is late is neither driven nor reported.',
    metric: ownMetric(stage, 'WatchdogHeartbeat', 'Sum'),
    rings: { when: '<', threshold: 1, periods: 3, missingIs: 'bad' },
  },
  {
    section: 'books-differ',
    says: 'The audit has recomputed the books and found places that do not add up.',
    metric: ownMetric(stage, 'BooksDifferences', 'Maximum'),
    rings: { when: '>=', threshold: 1, periods: 1, missingIs: 'asBefore' }, // until the next audit finds none
  },
  {
    section: 'clients-not-reassessed',
    says: 'Some clients could not be reassessed: they keep the class they have.',
    metric: ownMetric(stage, 'ClientsNotReassessed', 'Maximum'),
    rings: { when: '>=', threshold: 1, periods: 1, missingIs: 'asBefore' }, // until the next reassessment does them all
  },
];
