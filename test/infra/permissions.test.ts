import { expect, test } from 'vitest';
import { DECLARED_FUNCTIONS } from '../../infra/declared-functions.ts';
import { type Statement, statementsOf } from './support/statements.ts';
import { templateOf } from './support/synthesized.ts';

const template = templateOf('prod');
const statements = statementsOf(template);
/** A table's indexes are read by the actions that read the table's items in order. */
const policies = (actions: string, over = 'Query') => ({
  Policies: actions,
  'Policies/byClient': over,
  'Policies/due': over,
  'Policies/pastDue': over,
});
const payments = (actions: string, over = 'Query') => ({ Payments: actions, 'Payments/byPolicy': over, 'Payments/suspense': over });
const clients = (actions: string, over = 'Query') => ({ Clients: actions, 'Clients/byClass': over });
const failures = { 'queue failedinvocations': 'SendMessage' };
const stream = { 'stream Outbox': 'DescribeStream GetRecords GetShardIterator ListStreams', 'queue outboxrecords': 'SendMessage' };
const schedule = {
  'schedule/premium-control-prod-checkpoints/*': 'CreateSchedule',
  CheckpointsRole: 'PassRole if {"StringEquals":{"iam:PassedToService":"scheduler.amazonaws.com"}}',
};
/** Payments, reversals, and what statement entries are known by. */
const importing = {
  ...policies('BatchGetItem Query UpdateItem'),
  Payments: 'GetItem PutItem',
  Journal: 'PutItem',
  Outbox: 'PutItem',
  Statements: 'DeleteItem GetItem PutItem Query UpdateItem',
  'function run-checkpoint': 'InvokeFunction',
};
/** Relief, results, cancellation: control decides on the change in the same transaction. */
const changing = {
  Clients: 'BatchGetItem',
  ...policies('BatchGetItem ConditionCheckItem PutItem Query UpdateItem'),
  Journal: 'PutItem',
  Notices: 'BatchGetItem PutItem',
  Outbox: 'PutItem',
  Regulations: 'GetItem',
  Significance: 'BatchGetItem Query',
  Tasks: 'BatchGetItem PutItem UpdateItem',
  Statements: 'GetItem',
  'function run-checkpoint': 'InvokeFunction',
  ...schedule,
};
const fromAddress = 'SendRawEmail if {"StringEquals":{"ses:FromAddress":"premiums@insurer.example"}}';

/**
 * What each function may do, said a second time and by hand: the declaration grants, this table agrees. Whoever gives a function
 * more, or makes a new one, has to say so here too.
 */
const MAY: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  payments: { Payments: 'PutItem', Policies: 'UpdateItem', Outbox: 'PutItem', 'function run-checkpoint': 'InvokeFunction' },
  ledger: {
    ...payments('GetItem PutItem Query'),
    ...policies('BatchGetItem GetItem PutItem Query UpdateItem'),
    Journal: 'PutItem',
    Outbox: 'PutItem',
    'function run-checkpoint': 'InvokeFunction',
  },
  clients: {
    ...clients('BatchGetItem GetItem PutItem Query'),
    ...policies('BatchGetItem Query'),
    ...payments('Query'),
    Significance: 'BatchGetItem GetItem Query UpdateItem',
    Outbox: 'PutItem',
  },
  policies: {
    Clients: 'ConditionCheckItem',
    ...policies('BatchGetItem PutItem Query UpdateItem'),
    Journal: 'PutItem Query',
    ...payments('Query'),
    Notices: 'Query',
    'Notices/byPolicy': 'Query',
    Regulations: 'ConditionCheckItem GetItem Query',
    'function run-checkpoint': 'InvokeFunction',
    ...schedule,
  },
  accounts: { ...policies('BatchGetItem Query'), ...payments('Query'), Clients: 'GetItem' },
  regulations: {
    Clients: 'BatchGetItem',
    ...policies('BatchGetItem ConditionCheckItem PutItem Query UpdateItem'),
    Journal: 'PutItem',
    Notices: 'BatchGetItem PutItem',
    Outbox: 'PutItem',
    Regulations: 'GetItem PutItem Query',
    Significance: 'BatchGetItem Query',
    Tasks: 'BatchGetItem PutItem UpdateItem',
    Statements: 'GetItem',
    'function run-checkpoint': 'InvokeFunction',
    ...schedule,
  },
  significance: {
    ...clients('BatchGetItem PutItem Query Scan', 'Query Scan'),
    ...policies('BatchGetItem Query'),
    ...payments('Query'),
    Significance: 'BatchGetItem GetItem PutItem Query UpdateItem',
    Outbox: 'PutItem',
    'function reassess': 'InvokeFunction',
  },
  reassess: {
    ...clients('BatchGetItem PutItem Scan', 'Scan'),
    ...policies('BatchGetItem Query'),
    ...payments('Query'),
    Significance: 'BatchGetItem GetItem PutItem Query UpdateItem',
    Outbox: 'PutItem',
    'function reassess': 'InvokeFunction',
    ...failures,
  },
  reclassify: {
    ...policies('BatchGetItem Query'),
    Outbox: 'DeleteItem',
    'function run-checkpoint': 'InvokeFunction',
    ...failures,
  },
  meta: {},
  statements: {
    ...importing,
    'premium-control-prod-uploads-111122223333-eu-central-1/*': 'PutObject',
  },
  'import-statement': {
    ...importing,
    'function import-statement': 'InvokeFunction',
    'premium-control-prod-uploads-111122223333-eu-central-1/*': 'GetObject',
    ...failures,
  },
  'run-checkpoint': {
    Clients: 'BatchGetItem',
    Policies: 'BatchGetItem ConditionCheckItem PutItem UpdateItem',
    Journal: 'PutItem',
    Notices: 'BatchGetItem PutItem',
    Outbox: 'DeleteItem PutItem',
    Regulations: 'GetItem',
    Significance: 'BatchGetItem Query',
    Tasks: 'BatchGetItem PutItem UpdateItem',
    Statements: 'GetItem',
    'function run-checkpoint': 'InvokeFunction',
    ...schedule,
    ...failures,
  },
  'send-notice': {
    LinkKeys: 'GetItem PutItem',
    Clients: 'BatchGetItem',
    Notices: 'BatchGetItem UpdateItem',
    Policies: 'BatchGetItem ConditionCheckItem',
    Regulations: 'GetItem',
    Outbox: 'DeleteItem PutItem',
    'identity/premiums@insurer.example': fromAddress,
    'identity/insurer.example': fromAddress,
    'configuration-set/premium-control-prod': fromAddress,
    ...stream,
    ...failures,
  },
  relief: changing,
  tasks: {
    ...changing,
    Tasks: 'BatchGetItem GetItem PutItem Query UpdateItem',
    'Tasks/byAssignee': 'Query',
    'Tasks/byPolicy': 'Query',
    LinkKeys: 'GetItem PutItem',
  },
  'record-delivery': {
    Clients: 'BatchGetItem',
    ...policies('BatchGetItem ConditionCheckItem PutItem Query UpdateItem'),
    Journal: 'PutItem',
    Notices: 'BatchGetItem GetItem PutItem UpdateItem',
    Outbox: 'DeleteItem PutItem',
    Regulations: 'GetItem',
    Significance: 'BatchGetItem Query',
    Tasks: 'BatchGetItem GetItem PutItem UpdateItem',
    Statements: 'GetItem',
    'function run-checkpoint': 'InvokeFunction',
    ...schedule,
    ...failures,
  },
  'relay-intents': {
    Outbox: 'DeleteItem',
    'bus Events': 'PutEvents',
    'function run-checkpoint': 'InvokeFunction',
    'function reclassify': 'InvokeFunction',
    ...stream,
    ...failures,
  },
  audit: {
    ...policies('GetItem Query Scan', 'Query Scan'),
    ...payments('Query Scan', 'Query Scan'),
    Journal: 'Query',
    ...clients('Scan', 'Scan'),
    Significance: 'Query',
    'function audit': 'InvokeFunction',
    ...failures,
  },
  watchdog: {
    ...policies('Query'),
    Outbox: 'Query',
    'function run-checkpoint': 'InvokeFunction',
    'function send-notice': 'InvokeFunction',
    'function relay-intents': 'InvokeFunction',
    'function reclassify': 'InvokeFunction',
    ...failures,
  },
};

test('every function is in the table', () => {
  expect(DECLARED_FUNCTIONS.map(({ name }) => name).toSorted()).toEqual(Object.keys(MAY).toSorted());
});

test.each(Object.entries(MAY))('%s may do this and nothing else', (name, may) => {
  const { own, common } = grantsOf(name);
  expect(own).toEqual(may);
  expect(common).toEqual({ '*': 'PutTelemetryRecords PutTraceSegments', logs: 'CreateLogStream PutLogEvents' });
});

test('permissions stand in the roles themselves, so that the table above sees all of them', () => {
  template.resourceCountIs('AWS::IAM::Policy', 0);
  template.resourceCountIs('AWS::IAM::ManagedPolicy', 0);
  for (const role of Object.values(template.findResources('AWS::IAM::Role')))
    expect(role['Properties']).not.toHaveProperty('ManagedPolicyArns');
});

test('nobody changes the journal, whatever his role says', () => {
  const denied = statements.find(({ of, effect }) => of === 'LedgerJournal' && effect === 'Deny');
  expect(denied?.actions.map(withoutService).toSorted()).toEqual([
    'BatchWriteItem',
    'DeleteItem',
    'PartiQLDelete',
    'PartiQLUpdate',
    'UpdateItem',
  ]);
  const onJournal = allowed().filter(({ resources }) => resources.includes('LedgerJournal.Arn'));
  expect(new Set(onJournal.flatMap(({ actions }) => actions.map(withoutService)))).toEqual(new Set(['PutItem', 'Query']));
});

/** Each with the reason why AWS leaves nothing narrower. */
const WILDCARDS = [
  { action: /^xray:/, resource: '*', why: 'X-Ray has no resources' },
  {
    action: /^scheduler:CreateSchedule$/,
    resource: 'arn:aws:scheduler:eu-central-1:111122223333:schedule/premium-control-prod-checkpoints/*',
    why: 'schedules are yet to be made',
  },
  {
    action: /^s3:(Get|Put)Object$/,
    resource: 'arn:aws:s3:::premium-control-prod-uploads-111122223333-eu-central-1/*',
    why: 'files are yet to be uploaded',
  },
  {
    action: /^kms:/,
    resource: '*',
    why: 'in the policy of a key, * is that key; without kms:* for the account nobody could administer it',
  },
];

test('no wildcard but those that AWS leaves no choice in', () => {
  const wild = allowed().flatMap(({ actions, resources }) =>
    actions.flatMap((action) =>
      resources.filter((resource) => action.includes('*') || resource.includes('*')).map((resource) => ({ action, resource })),
    ),
  );
  const unexplained = wild.filter(
    ({ action, resource }) => !WILDCARDS.some((known) => known.action.test(action) && known.resource === resource),
  );
  expect(unexplained).toEqual([]);
});

function allowed(): readonly Statement[] {
  return statements.filter(({ effect }) => effect === 'Allow');
}

function grantsOf(name: string) {
  const ofRole = allowed().filter(
    ({ of, actions }) => of === `Functions${name.replaceAll('-', '')}Role` && !actions.includes('sts:AssumeRole'),
  );
  const all = new Map<string, string[]>();
  for (const { actions, resources, conditions } of ofRole) {
    for (const resource of resources.map((text) => shortNameOf(text, name))) {
      const more = actions.map((action) => `${withoutService(action)}${conditions && ` if ${conditions}`}`);
      all.set(resource, [...(all.get(resource) ?? []), ...more]);
    }
  }
  const grants = [...all].map(([resource, actions]) => [resource, actions.toSorted().join(' ')] as const);
  const isCommon = ([resource]: readonly [string, string]) => resource === '*' || resource === 'logs';
  return { own: Object.fromEntries(grants.filter((grant) => !isCommon(grant))), common: Object.fromEntries(grants.filter(isCommon)) };
}

const withoutService = (action: string): string => action.slice(action.indexOf(':') + 1);

/** `LedgerPolicies.Arn/index/due` → `Policies/due`; an ARN → its last parts; the function's own log group → `logs`. */
function shortNameOf(resource: string, name: string): string {
  if (resource === `Functions${name.replaceAll('-', '')}Logs.Arn`) return 'logs';
  return resource
    .replace(/^arn:aws:s3:::/, '')
    .replace(/^arn:aws:lambda:.*:premium-control-prod-(.*):live$/, 'function $1')
    .replace(/^arn:aws:[a-z]+:eu-central-1:111122223333:/, '')
    .replace(/^Ledger(\w+)\.Arn(\/index)?/, '$1')
    .replace(/^Ledger(\w+)\.StreamArn$/, 'stream $1')
    .replace(/^DeadLetters(\w+)\.Arn$/, 'queue $1')
    .replace(/^Events\.Arn$/, 'bus Events')
    .replace(/\.Arn$/, '');
}
