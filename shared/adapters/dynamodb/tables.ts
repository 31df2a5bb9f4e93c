/**
 * The tables, declared once: CDK creates them in AWS, the local cloud creates them in its emulator, adapters name their
 * indexes by them. All keys are strings but those in `numberKeys`. On demand, so no capacity is declared.
 */
export interface TableDefinition {
  readonly name: TableName;
  readonly partitionKey: string;
  readonly sortKey?: string;
  readonly numberKeys?: readonly string[];
  /** Only the Outbox has one: what leaves the system starts from there. */
  readonly stream?: boolean;
  readonly indexes: readonly IndexDefinition[];
}

export interface IndexDefinition {
  readonly name: string;
  readonly partitionKey: string;
  readonly sortKey?: string;
  readonly projection: 'ALL' | 'KEYS_ONLY' | readonly string[];
}

export type TableName =
  | 'Clients'
  | 'Policies'
  | 'Journal'
  | 'Payments'
  | 'Notices'
  | 'Outbox'
  | 'Tasks'
  | 'Regulations'
  | 'Significance'
  | 'Statements'
  | 'LinkKeys';

export const TABLES: readonly TableDefinition[] = [
  {
    name: 'Clients', // records of a client: `client` (facts and class), `class#<at>` (history)
    partitionKey: 'clientId',
    sortKey: 'record',
    indexes: [{ name: 'byClass', partitionKey: 'class', sortKey: 'clientId', projection: 'ALL' }],
  },
  {
    name: 'Policies', // records of a policy: `account` (counters), `nextCheckpoint` (wake-up and progress), `policy` (facts); and, by `key#<key of a number>`, which policies have it
    partitionKey: 'policyNumber',
    sortKey: 'record',
    indexes: [
      { name: 'byClient', partitionKey: 'clientId', sortKey: 'policyNumber', projection: 'KEYS_ONLY' },
      // both sparse: only a nextCheckpoint that waits has a dueBucket
      { name: 'due', partitionKey: 'dueBucket', sortKey: 'at', projection: ['clientOf', 'generation'] },
      { name: 'pastDue', partitionKey: 'dueBucket', sortKey: 'oldestDueOn', projection: 'KEYS_ONLY' },
    ],
  },
  { name: 'Journal', partitionKey: 'policyNumber', sortKey: 'entry', indexes: [] },
  {
    name: 'Payments',
    partitionKey: 'paymentId',
    indexes: [
      { name: 'byPolicy', partitionKey: 'policyNumber', sortKey: 'recordedAt', projection: 'ALL' },
      { name: 'suspense', partitionKey: 'held', sortKey: 'recordedAt', projection: 'ALL' }, // sparse
    ],
  },
  {
    name: 'Notices',
    partitionKey: 'noticeId',
    indexes: [{ name: 'byPolicy', partitionKey: 'policyNumber', sortKey: 'createdAt', projection: 'ALL' }],
  },
  { name: 'Outbox', partitionKey: 'bucket', sortKey: 'intent', stream: true, indexes: [] },
  {
    name: 'Tasks',
    partitionKey: 'taskId',
    indexes: [
      { name: 'byAssignee', partitionKey: 'openFor', sortKey: 'dueOn', projection: 'ALL' }, // sparse: open ones
      { name: 'byPolicy', partitionKey: 'policyNumber', sortKey: 'createdAt', projection: 'ALL' },
    ],
  },
  { name: 'Regulations', partitionKey: 'regulationId', sortKey: 'version', numberKeys: ['version'], indexes: [] },
  { name: 'Significance', partitionKey: 'part', sortKey: 'record', indexes: [] },
  // imports of a file, uploads, `reconciliation`; and what entries are known by: `batch#`, `ref#`, `return#`
  { name: 'Statements', partitionKey: 'statementId', sortKey: 'record', indexes: [] },
  { name: 'LinkKeys', partitionKey: 'keyId', indexes: [] }, // what links in mail are signed with: infra/decisions/010
];

/** The environment variable that carries a table's name to a function: Payments → TABLE_PAYMENTS. */
export const tableVariable = (name: TableName): string => `TABLE_${name.toUpperCase()}`;
