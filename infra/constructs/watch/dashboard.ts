import {
  type Alarm,
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IMetric,
  type IWidget,
  Metric,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { DECLARED_FUNCTIONS } from '../../declared-functions.ts';
import { functionName } from '../function-arn.ts';
import { ownMetric } from './process-alarms.ts';
import type { Services } from './service-alarms.ts';

export interface ControlDashboardProps {
  readonly services: Services;
  readonly alarms: readonly Alarm[];
}

const HALF = 12;
const PERIOD = Duration.minutes(5);

/** One page: is anything wrong; does the process go on; do letters arrive; do callers get answers. */
export class ControlDashboard extends Construct {
  constructor(scope: Construct, id: string, { services, alarms }: ControlDashboardProps) {
    super(scope, id);
    const dashboard = new Dashboard(this, 'Page', {
      dashboardName: `premium-control-${services.stage}`,
      defaultInterval: Duration.hours(24),
    });
    dashboard.addWidgets(new TextWidget({ markdown: 'What an alarm means and what to do: `infra/runbook.md`', width: 24, height: 1 }));
    dashboard.addWidgets(new AlarmStatusWidget({ title: 'Alarms', alarms: [...alarms], width: 24, height: 6 }));
    dashboard.addWidgets(...ofProcess(services));
    dashboard.addWidgets(...ofMail());
    dashboard.addWidgets(...ofApi(services));
    dashboard.addWidgets(...ofFunctions(services));
  }
}

const graph = (title: string, left: readonly IMetric[]): IWidget =>
  new GraphWidget({ title, left: [...left], width: HALF, period: PERIOD });

const ofProcess = ({ stage, deadLetters }: Services): readonly IWidget[] => [
  graph('What waits, seconds', [
    ownMetric(stage, 'LateCheckpointAgeSeconds', 'Maximum'),
    ownMetric(stage, 'OutboxOldestAgeSeconds', 'Maximum'),
  ]),
  graph(
    'Dead letters',
    deadLetters.map((queue) => queue.metricApproximateNumberOfMessagesVisible({ statistic: 'Maximum', label: queue.hop })),
  ),
];

const ofMail = (): readonly IWidget[] => [
  graph(
    'Letters of the account',
    ['Send', 'Delivery', 'Bounce', 'Complaint', 'Reject'].map(
      (metricName) => new Metric({ namespace: 'AWS/SES', metricName, statistic: 'Sum' }),
    ),
  ),
  graph(
    'Reputation of the account',
    ['Reputation.BounceRate', 'Reputation.ComplaintRate'].map(
      (metricName) => new Metric({ namespace: 'AWS/SES', metricName, statistic: 'Average' }),
    ),
  ),
];

const ofApi = ({ api }: Services): readonly IWidget[] => [
  graph('Requests', [
    api.metricCount({ label: 'all', statistic: 'Sum' }),
    api.metricClientError({ label: '4xx', statistic: 'Sum' }),
    api.metricServerError({ label: '5xx', statistic: 'Sum' }),
  ]),
  graph('Time to answer, ms', [
    api.metricLatency({ label: 'half', statistic: 'p50' }),
    api.metricLatency({ label: '95 %', statistic: 'p95' }),
  ]),
];

const ofFunctions = ({ stage }: Services): readonly IWidget[] =>
  ['Invocations', 'Errors'].map((metricName) =>
    graph(
      metricName,
      DECLARED_FUNCTIONS.map(
        ({ name }) =>
          new Metric({
            namespace: 'AWS/Lambda',
            metricName,
            dimensionsMap: { FunctionName: functionName(stage, name) },
            statistic: 'Sum',
            label: name,
          }),
      ),
    ),
  );
