import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { Match } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { METRIC_NAMESPACE, METRICS } from '../../shared/ports/metrics.ts';
import { templateOf } from './support/synthesized.ts';
import { textOf } from './support/text-of.ts';

const EmbeddedMetric = z.looseObject({ service: z.string(), _aws: z.object({ CloudWatchMetrics: z.array(z.unknown()) }) });

const template = templateOf('prod');
const alarms = Object.values(template.findResources('AWS::CloudWatch::Alarm')).map(({ Properties }) => Properties);
const runbook = readFileSync(new URL('../../infra/runbook.md', import.meta.url), 'utf8');

/** What the functions' own `count` writes to the log, in a process with the environment that the template gives them. */
const emitted = emit();
const handlers = globSync('functions/**/*.handler.ts').map((file) => readFileSync(file, 'utf8'));

/** As GitHub makes anchors: small letters, hyphens for spaces. */
const sections = [...runbook.matchAll(/^## (.+)$/gm)].map(([, heading]) => (heading ?? '').toLowerCase().replaceAll(' ', '-'));
const sectionOf = (description: string) => description.match(/infra\/runbook\.md#([a-z-]+)$/)?.[1];

test('every alarm has its section in the runbook, and every section its alarm', () => {
  const named = new Set(alarms.map(({ AlarmDescription }) => sectionOf(AlarmDescription)));
  expect([...named].toSorted()).toEqual(sections.toSorted());
});

test.each(sections)('%s says what it means, what to look at and what to do', (section) => {
  const text = runbook.split(/^## /m).find((part) => part.toLowerCase().replaceAll(' ', '-').startsWith(section));
  for (const heading of ['**Means:**', '**Look at:**', '**Do:**']) expect(text).toContain(heading);
});

test('every alarm tells somebody, when it rings and when it ends', () => {
  const topic = [{ Ref: Match.stringLikeRegexp('^WatchAlarms') }];
  template.allResourcesProperties('AWS::CloudWatch::Alarm', { AlarmActions: topic, OKActions: topic });
  template.hasResourceProperties('AWS::SNS::Subscription', {
    Protocol: 'email',
    Endpoint: 'operations@insurer.example',
    RedrivePolicy: Match.anyValue(),
  });
});

test('the topic is encrypted by a key that CloudWatch may use, and lets the alarms of this stage publish', () => {
  template.hasResourceProperties('AWS::SNS::Topic', { KmsMasterKeyId: Match.anyValue() });
  const cloudWatch = { Effect: 'Allow', Principal: { Service: 'cloudwatch.amazonaws.com' } };
  template.hasResourceProperties('AWS::KMS::Key', { KeyPolicy: { Statement: Match.arrayWith([Match.objectLike(cloudWatch)]) } });
  template.hasResourceProperties('AWS::SNS::TopicPolicy', {
    PolicyDocument: { Statement: Match.arrayWith([Match.objectLike({ ...cloudWatch, Action: 'sns:Publish' })]) },
  });
});

test('each queue of dead letters has its alarm', () => {
  const watched = alarms
    .filter(({ MetricName }) => MetricName === 'ApproximateNumberOfMessagesVisible')
    .map(({ Dimensions }) => textOf(Dimensions[0].Value));
  const queues = Object.keys(template.findResources('AWS::SQS::Queue')).map((id) => `${textOf({ Ref: id })}.QueueName`);
  expect(watched.toSorted()).toEqual(queues.toSorted());
});

test('a watchdog that is not heard of rings', () => {
  template.hasResourceProperties('AWS::CloudWatch::Alarm', {
    MetricName: 'WatchdogHeartbeat',
    ComparisonOperator: 'LessThanThreshold',
    Threshold: 1,
    TreatMissingData: 'breaching',
  });
});

/** Names and dimensions as AWS documents them: an alarm on a misspelt metric would be green for ever. */
const OF_AWS: Readonly<Record<string, readonly string[]>> = {
  'AWS/SQS': ['ApproximateNumberOfMessagesVisible(QueueName)'],
  'AWS/SES': ['Reputation.BounceRate()', 'Reputation.ComplaintRate()'],
  'AWS/ApiGateway': ['5xx(ApiId)'],
  'AWS/Lambda': ['Throttles(FunctionName)'],
  'AWS/DynamoDB': [
    'ReadThrottleEvents(TableName)',
    'WriteThrottleEvents(TableName)',
    'ReadThrottleEvents(GlobalSecondaryIndexName,TableName)',
    'WriteThrottleEvents(GlobalSecondaryIndexName,TableName)',
  ],
};

test('alarms on metrics of AWS watch names and dimensions that AWS reports', () => {
  const unknown = watched().filter(({ namespace, as }) => namespace !== METRIC_NAMESPACE && !OF_AWS[namespace]?.includes(as));
  expect(unknown).toEqual([]);
});

test('every metric of our own is watched', () => {
  const own = new Set(watched().flatMap(({ namespace, as }) => (namespace === METRIC_NAMESPACE ? [as] : [])));
  expect([...own].toSorted()).toEqual(
    Object.keys(METRICS)
      .map((name) => `${name}(service)`)
      .toSorted(),
  );
});

test.each(Object.entries(METRICS))('%s is emitted as the alarm watches it', (name, unit) => {
  const alarm = alarms.find(({ MetricName, Namespace }) => MetricName === name && Namespace === METRIC_NAMESPACE);
  const line = emitted.find((each) => name in each);
  expect(line?._aws.CloudWatchMetrics).toEqual([
    { Namespace: METRIC_NAMESPACE, Dimensions: [['service']], Metrics: [{ Name: name, Unit: unit }] },
  ]);
  expect(alarm?.['Dimensions']).toEqual([{ Name: 'service', Value: line?.service }]);
  expect(alarm?.['Unit']).toBe(unit);
});

test.each(Object.keys(METRICS))('some function emits %s', (name) => {
  expect(handlers.filter((source) => source.includes(`count('${name}'`))).not.toEqual([]);
});

interface Watched {
  readonly namespace: string;
  /** `Throttles(FunctionName)` */
  readonly as: string;
}

function watched(): readonly Watched[] {
  const metrics = alarms.flatMap(({ Metrics, ...single }) =>
    Metrics ? Metrics.flatMap(({ MetricStat }: { MetricStat?: { Metric: unknown } }) => (MetricStat ? [MetricStat.Metric] : [])) : [single],
  );
  return metrics.map(({ Namespace, MetricName, Dimensions = [] }) => {
    const dimensions: readonly { Name: string }[] = Dimensions;
    return { namespace: Namespace, as: `${MetricName}(${dimensions.map(({ Name }) => Name).toSorted()})` };
  });
}

function emit() {
  const [fn] = Object.values(template.findResources('AWS::Lambda::Function'));
  const powertools = Object.entries(fn?.['Properties'].Environment.Variables).filter(([name]) => name.startsWith('POWERTOOLS_'));
  const metrics = new URL('../../functions/runtime/metrics.ts', import.meta.url);
  const script = `import { count } from '${metrics}'; for (const name of ${JSON.stringify(Object.keys(METRICS))}) count(name, 1);`;
  const env = { ...process.env, ...Object.fromEntries(powertools.map(([name, value]) => [name, String(value)])) };
  const output = execFileSync(process.execPath, ['--input-type=module-typescript', '--eval', script], { env, encoding: 'utf8' });
  return output
    .trim()
    .split('\n')
    .map((line) => EmbeddedMetric.parse(JSON.parse(line)));
}
