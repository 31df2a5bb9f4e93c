import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { TableName } from '../../shared/adapters/dynamodb/tables.ts';
import type { Capability, FunctionName, TableAction } from '../declaration/functions.ts';
import { type DeclaredFunction, isInvokedAsynchronously, outboxIntents } from '../declared-functions.ts';

/** ARNs of what there is in the stage; the declaration says which of it a function may touch. */
export interface Reach {
  table(name: TableName): TableArns;
  alias(name: FunctionName): string;
  readonly checkpointSchedules: string;
  readonly scheduleRole: string;
  readonly mail: { readonly from: string; readonly identities: readonly string[]; readonly configurationSet: string };
  readonly eventBus: string;
  /** All that is in the bucket. */
  readonly uploads: string;
  readonly outboxStream: string;
  readonly outboxDeadLetters: string;
  readonly failedInvocations: string;
}

export interface TableArns {
  readonly table: string;
  readonly indexes: readonly string[];
}

/** All that a function may do, and nothing that its declaration doesn't say: there is no other place that grants. */
export function permissionsOf(fn: DeclaredFunction, reach: Reach): readonly PolicyStatement[] {
  const { tables, invokes = [], uses = [] } = fn.declaration;
  return [
    ...Object.keys(tables)
      .filter(isTableOf(tables))
      .flatMap((name) => onTable(tables[name] ?? [], reach.table(name))),
    ...invokes.map((name) => allow(['lambda:InvokeFunction'], [reach.alias(name)])),
    ...uses.flatMap((capability) => toUse(capability, reach)),
    ...toBeFed(fn, reach),
    // X-Ray knows no resources: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsx-ray.html
    allow(['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], ['*']),
  ];
}

const allow = (actions: readonly string[], resources: readonly string[]): PolicyStatement =>
  new PolicyStatement({ actions: [...actions], resources: [...resources] });

const isTableOf =
  (tables: Partial<Record<TableName, unknown>>) =>
  (name: string): name is TableName =>
    Object.hasOwn(tables, name);

/** Only these read indexes. */
const OVER_INDEXES: ReadonlySet<TableAction> = new Set(['Query', 'Scan']);

function onTable(actions: readonly TableAction[], { table, indexes }: TableArns): readonly PolicyStatement[] {
  const named = (some: readonly TableAction[]) => some.map((action) => `dynamodb:${action}`);
  const overIndexes = indexes.length > 0 ? named(actions.filter((action) => OVER_INDEXES.has(action))) : [];
  return [allow(named(actions), [table]), ...(overIndexes.length > 0 ? [allow(overIndexes, indexes)] : [])];
}

function toUse(capability: Capability, reach: Reach): readonly PolicyStatement[] {
  switch (capability) {
    case 'schedule': {
      const pass = allow(['iam:PassRole'], [reach.scheduleRole]);
      pass.addCondition('StringEquals', { 'iam:PassedToService': 'scheduler.amazonaws.com' });
      return [allow(['scheduler:CreateSchedule'], [reach.checkpointSchedules]), pass];
    }
    case 'mail': {
      const send = allow(['ses:SendRawEmail'], [...reach.mail.identities, reach.mail.configurationSet]);
      send.addCondition('StringEquals', { 'ses:FromAddress': reach.mail.from });
      return [send];
    }
    case 'events':
      return [allow(['events:PutEvents'], [reach.eventBus])];
    case 'uploads': // an address to PUT to is signed with the function's own right to
      return [allow(['s3:PutObject'], [reach.uploads])];
  }
}

/** To read what wakes it; Lambda itself, in its name, reads the stream and puts away what it could not do. */
function toBeFed(fn: DeclaredFunction, reach: Reach): readonly PolicyStatement[] {
  const read = ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'].map((action) => `dynamodb:${action}`);
  return [
    ...(outboxIntents(fn.declaration).length > 0
      ? [allow(read, [reach.outboxStream]), allow(['sqs:SendMessage'], [reach.outboxDeadLetters])]
      : []),
    ...(fn.declaration.trigger.kind === 'upload' ? [allow(['s3:GetObject'], [reach.uploads])] : []),
    ...(isInvokedAsynchronously(fn) ? [allow(['sqs:SendMessage'], [reach.failedInvocations])] : []),
  ];
}
