import { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Construct } from 'constructs';
import { type AlarmDefinition, COMPARISON, MISSING } from './alarm-definition.ts';
import { AlarmTopic, type AlarmTopicProps } from './alarm-topic.ts';
import { ControlDashboard } from './dashboard.ts';
import { processAlarms } from './process-alarms.ts';
import { type Services, serviceAlarms } from './service-alarms.ts';

export interface WatchProps {
  readonly services: Services;
  readonly topic: AlarmTopicProps;
}

/** Every stop is seen: an alarm for each way in which the work can stand still, one address, one dashboard, one runbook. */
export class Watch extends Construct {
  constructor(scope: Construct, id: string, { services, topic }: WatchProps) {
    super(scope, id);
    const tell = new SnsAction(new AlarmTopic(this, 'Alarms', topic));
    const alarms = [...processAlarms(services.stage), ...serviceAlarms(services)].map((definition) => {
      const alarm = this.alarm(services.stage, definition);
      alarm.addAlarmAction(tell);
      alarm.addOkAction(tell);
      return alarm;
    });
    new ControlDashboard(this, 'Dashboard', { services, alarms });
  }

  private alarm(stage: string, { section, of, says, metric, rings }: AlarmDefinition): Alarm {
    const name = of ? `${section}-${of}` : section;
    return new Alarm(this, name, {
      alarmName: `premium-control-${stage}-${name}`,
      alarmDescription: `${says} What to do: infra/runbook.md#${section}`,
      metric,
      comparisonOperator: COMPARISON[rings.when],
      threshold: rings.threshold,
      evaluationPeriods: rings.outOf ?? rings.periods,
      datapointsToAlarm: rings.periods,
      treatMissingData: MISSING[rings.missingIs],
    });
  }
}
