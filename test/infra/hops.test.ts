import { Match } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { DECLARED_FUNCTIONS } from '../../infra/declared-functions.ts';
import { templateOf } from './support/synthesized.ts';
import { textOf } from './support/text-of.ts';

/** Every asynchronous hop: what happens when it fails, and who may take it. */
const template = templateOf('prod');
const propertiesOf = (type: string) => Object.values(template.findResources(type)).map(({ Properties }) => Properties);

const recurring = DECLARED_FUNCTIONS.flatMap(({ name, declaration: { trigger } }) =>
  trigger.kind === 'recurring' ? [{ name, rateMinutes: trigger.rateMinutes }] : [],
);

const inserted = (kinds: readonly string[]) => [{ eventName: ['INSERT'], dynamodb: { NewImage: { kind: { S: kinds } } } }];

test('the intents of the Outbox go to the functions that are declared for them, and only when they are written', () => {
  const patterns = propertiesOf('AWS::Lambda::EventSourceMapping').map(({ FunctionName, FilterCriteria }) => [
    textOf(FunctionName),
    FilterCriteria.Filters.map(({ Pattern }: { Pattern: string }) => JSON.parse(Pattern)),
  ]);
  const declared = DECLARED_FUNCTIONS.flatMap(({ name, declaration: { trigger } }) =>
    'intents' in trigger && trigger.intents.length > 0
      ? [[`Functions${name.replaceAll('-', '')}FunctionAliaslive`, inserted(trigger.intents)]]
      : [],
  );
  expect(Object.fromEntries(patterns)).toEqual(Object.fromEntries(declared));
});

test('notices are collected so long that what fires in one minute is in one batch; wakes and events are not', () => {
  const batches = propertiesOf('AWS::Lambda::EventSourceMapping').map(({ FunctionName, BatchSize, MaximumBatchingWindowInSeconds }) => [
    textOf(FunctionName),
    [BatchSize, MaximumBatchingWindowInSeconds],
  ]);
  expect(Object.fromEntries(batches)).toEqual({
    FunctionssendnoticeFunctionAliaslive: [100, 90],
    FunctionsrelayintentsFunctionAliaslive: [10, 0],
  });
});

test('every kind of intent has one function that does it', () => {
  const kinds = DECLARED_FUNCTIONS.flatMap(({ declaration: { trigger } }) => ('intents' in trigger ? trigger.intents : []));
  expect(kinds.toSorted()).toEqual([...new Set(kinds)].toSorted());
  expect(kinds).toEqual(expect.arrayContaining(['notice', 'event', 'wake']));
});

test('no more than two functions read the stream of the Outbox: AWS throttles a third', () => {
  expect(propertiesOf('AWS::Lambda::EventSourceMapping').length).toBeLessThanOrEqual(2);
});

test('a bad record of the stream is isolated, tried a few times, and put away', () => {
  template.allResourcesProperties('AWS::Lambda::EventSourceMapping', {
    BisectBatchOnFunctionError: true,
    FunctionResponseTypes: ['ReportBatchItemFailures'],
    MaximumRetryAttempts: 10,
    MaximumRecordAgeInSeconds: 3600,
    DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': [Match.stringLikeRegexp('DeadLettersoutboxrecords'), 'Arn'] } } },
  });
});

test.each(DECLARED_FUNCTIONS.filter(({ declaration }) => declaration.trigger.kind !== 'api'))(
  '$name keeps what it failed at, called asynchronously',
  ({ name }) => {
    const configured = propertiesOf('AWS::Lambda::EventInvokeConfig').find(
      ({ FunctionName }) => textOf(FunctionName) === `Functions${name.replaceAll('-', '')}Function`,
    );
    expect(configured).toMatchObject({ Qualifier: 'live', MaximumRetryAttempts: 2 });
    expect(textOf(configured?.DestinationConfig.OnFailure.Destination)).toBe('DeadLettersfailedinvocations.Arn');
  },
);

test('failure destinations wait for the aliases that they name', () => {
  const aliases = Object.keys(template.findResources('AWS::Lambda::Alias'));
  for (const { DependsOn } of Object.values(template.findResources('AWS::Lambda::EventInvokeConfig'))) {
    expect(aliases).toEqual(expect.arrayContaining([DependsOn].flat()));
  }
});

test.each([
  ['Checkpoints', 'premium-control-prod-checkpoints', ['run-checkpoint']],
  ['RecurringSchedules', 'premium-control-prod-recurring', recurring.map(({ name }) => name)],
])('the Scheduler takes the role of %s for this account and this group only, and invokes nothing else', (construct, group, names) => {
  const targets = names.map((name) => `arn:aws:lambda:eu-central-1:111122223333:function:premium-control-prod-${name}:live`);
  const roles = Object.entries(template.findResources('AWS::IAM::Role')).filter(([id]) => textOf({ Ref: id }) === `${construct}Role`);
  const { AssumeRolePolicyDocument, Policies } = roles[0]?.[1]['Properties'] ?? {};
  expect(AssumeRolePolicyDocument.Statement).toEqual([
    {
      Action: 'sts:AssumeRole',
      Effect: 'Allow',
      Principal: { Service: 'scheduler.amazonaws.com' },
      Condition: {
        StringEquals: {
          'aws:SourceAccount': '111122223333',
          'aws:SourceArn': `arn:aws:scheduler:eu-central-1:111122223333:schedule-group/${group}`,
        },
      },
    },
  ]);
  const [invoke] = Policies[0].PolicyDocument.Statement;
  expect([invoke.Action, [invoke.Resource].flat().toSorted()]).toEqual(['lambda:InvokeFunction', targets.toSorted()]);
});

test('what recurs does so by the declaration, and its lost firings are kept', () => {
  const schedules = propertiesOf('AWS::Scheduler::Schedule').map(({ Name, ScheduleExpression, Target }) => [
    Name,
    ScheduleExpression,
    textOf(Target.DeadLetterConfig.Arn),
  ]);
  const declared = recurring.map(({ name, rateMinutes }) => [name, `rate(${rateMinutes} minutes)`, 'DeadLettersrecurringfirings.Arn']);
  expect(schedules.toSorted()).toEqual(declared.toSorted());
  expect(schedules).toContainEqual(['watchdog', 'rate(5 minutes)', 'DeadLettersrecurringfirings.Arn']);
});

test('a firing that recurs is tried until the next, and for a day at most, which is all that the Scheduler allows', () => {
  for (const { Name, Target } of propertiesOf('AWS::Scheduler::Schedule')) {
    const minutes = recurring.find(({ name }) => name === Name)?.rateMinutes ?? 0;
    expect(Target.RetryPolicy.MaximumEventAgeInSeconds).toBe(minutes > 1440 ? 86_400 : minutes * 60);
  }
});

test('functions that make schedules know the queue for firings that fail', () => {
  template.allResourcesProperties('AWS::Lambda::Function', {
    Environment: {
      Variables: { CHECKPOINT_DEAD_LETTER_ARN: { 'Fn::GetAtt': [Match.stringLikeRegexp('DeadLetterscheckpointfirings'), 'Arn'] } },
    },
  });
});

test('what became of a letter is told for each way it can end', () => {
  template.hasResourceProperties('AWS::SES::ConfigurationSetEventDestination', {
    EventDestination: {
      Enabled: true,
      EventBridgeDestination: { EventBusArn: 'arn:aws:events:eu-central-1:111122223333:event-bus/default' },
      MatchingEventTypes: ['send', 'delivery', 'bounce', 'complaint', 'reject', 'deliveryDelay'],
    },
  });
});

test('dead letters are kept for two weeks, encrypted, and come over TLS only', () => {
  template.allResourcesProperties('AWS::SQS::Queue', { MessageRetentionPeriod: 14 * 24 * 3600, KmsMasterKeyId: Match.anyValue() });
  template.resourceCountIs('AWS::SQS::QueuePolicy', propertiesOf('AWS::SQS::Queue').length);
  template.allResourcesProperties('AWS::SQS::QueuePolicy', {
    PolicyDocument: {
      Statement: Match.arrayWith([
        Match.objectLike({ Effect: 'Deny', Action: 'sqs:*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
      ]),
    },
  });
});
