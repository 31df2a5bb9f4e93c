import type { ApiFunction } from '../../functions/routes.ts';
import type { TableName } from '../../shared/adapters/dynamodb/tables.ts';

/**
 * Every Lambda function, declared once: what it is made of, what wakes it, and what it may do. CDK turns a declaration
 * into a function with a role of its own; the local cloud loads the same entry and wires the same triggers.
 */
export interface FunctionDeclaration {
  /** File that exports `handler`. */
  readonly entry: `functions/${string}.handler.ts`;
  readonly description: string;
  /** DynamoDB actions by table: exactly what the code calls, on the table and its indexes. */
  readonly tables: Partial<Record<TableName, readonly TableAction[]>>;
  /** Functions it may invoke, by their alias. */
  readonly invokes?: readonly FunctionName[];
  readonly uses?: readonly Capability[];
  readonly trigger: Trigger;
}

export type TableAction = 'GetItem' | 'BatchGetItem' | 'Query' | 'Scan' | 'PutItem' | 'UpdateItem' | 'DeleteItem' | 'ConditionCheckItem';

/** schedule: create one-time schedules of the checkpoint group; mail: send through SES; events: put on the stack's bus; uploads: let others upload files. */
export type Capability = 'schedule' | 'mail' | 'events' | 'uploads';

export type FunctionName =
  | ApiFunction
  | 'run-checkpoint'
  | 'send-notice'
  | 'relay-intents'
  | 'record-delivery'
  | 'reassess'
  | 'reclassify'
  | 'import-statement'
  | 'watchdog'
  | 'audit';

export type Trigger =
  | { readonly kind: 'api' } // routes in functions/routes.ts
  | { readonly kind: 'outbox'; readonly intents: readonly string[]; readonly batch: OutboxBatch } // stream of Outbox, INSERT only, filtered by `kind`; two functions at most
  | { readonly kind: 'checkpointSchedule' } // one-time schedules of EventBridge Scheduler, and direct Invoke
  | { readonly kind: 'invoked' } // only by functions that declare it in `invokes`
  | { readonly kind: 'mailEvents' } // what SES reports of messages, through EventBridge
  | { readonly kind: 'upload' } // a file that came into the bucket of uploads, through EventBridge
  | { readonly kind: 'recurring'; readonly rateMinutes: number }; // a recurring schedule of EventBridge Scheduler

/** How much of the stream is handed over at once, and how long it is collected before. */
export interface OutboxBatch {
  readonly records: number;
  /** 0: at once. */
  readonly windowSeconds: number;
}

/** Importing a statement records payments, reverses them, and keeps what entries are known by. */
const STATEMENT_TABLES = {
  Payments: ['GetItem', 'PutItem'],
  Policies: ['BatchGetItem', 'Query', 'UpdateItem'],
  Journal: ['PutItem'],
  Outbox: ['PutItem'],
  Statements: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'],
} as const;

/** A change of a policy is decided on like a checkpoint, in one transaction: who may do the one may do the other. */
const CHANGES_A_POLICY = {
  Clients: ['BatchGetItem'],
  Policies: ['Query', 'BatchGetItem', 'UpdateItem', 'PutItem', 'ConditionCheckItem'],
  Journal: ['PutItem'],
  Notices: ['PutItem', 'BatchGetItem'],
  Outbox: ['PutItem'],
  Regulations: ['GetItem'],
  Significance: ['BatchGetItem', 'Query'],
  Tasks: ['BatchGetItem', 'PutItem', 'UpdateItem'],
  Statements: ['GetItem'],
} as const satisfies FunctionDeclaration['tables'];

export const FUNCTIONS = {
  payments: {
    entry: 'functions/payments/payments.handler.ts',
    description: 'POST /payments: one transaction, the counter and the payment',
    tables: { Payments: ['PutItem'], Policies: ['UpdateItem'], Outbox: ['PutItem'] },
    invokes: ['run-checkpoint'],
    trigger: { kind: 'api' },
  },
  ledger: {
    entry: 'functions/ledger/ledger.handler.ts',
    description: 'Shows payments and what they cover; reverses, allocates, splits and returns them; moves excess credit',
    tables: {
      Payments: ['GetItem', 'Query', 'PutItem'],
      Policies: ['GetItem', 'BatchGetItem', 'Query', 'UpdateItem', 'PutItem'],
      Journal: ['PutItem'],
      Outbox: ['PutItem'],
    },
    invokes: ['run-checkpoint'],
    trigger: { kind: 'api' },
  },
  clients: {
    entry: 'functions/clients/clients.handler.ts',
    description: 'Clients and their facts; a changed potential is assessed at once',
    tables: {
      Clients: ['GetItem', 'BatchGetItem', 'PutItem', 'Query'],
      Policies: ['Query', 'BatchGetItem'],
      Payments: ['Query'],
      Significance: ['GetItem', 'BatchGetItem', 'Query', 'UpdateItem'],
      Outbox: ['PutItem'],
    },
    trigger: { kind: 'api' },
  },
  policies: {
    entry: 'functions/policies/policies.handler.ts',
    description: 'Opens and shows policies',
    tables: {
      Clients: ['ConditionCheckItem'],
      Policies: ['PutItem', 'UpdateItem', 'Query', 'BatchGetItem'],
      Journal: ['PutItem', 'Query'],
      Payments: ['Query'],
      Notices: ['Query'],
      Regulations: ['GetItem', 'Query', 'ConditionCheckItem'],
    },
    invokes: ['run-checkpoint'],
    uses: ['schedule'],
    trigger: { kind: 'api' },
  },
  regulations: {
    entry: 'functions/regulations/regulations.handler.ts',
    description: 'Publishes and shows regulations, as data, matrix and diagram; moves policies from one version to another',
    tables: {
      Clients: ['BatchGetItem'],
      Policies: ['Query', 'BatchGetItem', 'UpdateItem', 'PutItem', 'ConditionCheckItem'],
      Journal: ['PutItem'],
      Notices: ['BatchGetItem', 'PutItem'],
      Outbox: ['PutItem'],
      Regulations: ['GetItem', 'Query', 'PutItem'],
      Significance: ['BatchGetItem', 'Query'],
      Tasks: ['BatchGetItem', 'PutItem', 'UpdateItem'],
      Statements: ['GetItem'],
    },
    uses: ['schedule'],
    invokes: ['run-checkpoint'],
    trigger: { kind: 'api' },
  },
  accounts: {
    entry: 'functions/accounts/accounts.handler.ts',
    description: 'Statements of account of policies and clients',
    tables: { Policies: ['Query', 'BatchGetItem'], Payments: ['Query'], Clients: ['GetItem'] },
    trigger: { kind: 'api' },
  },
  significance: {
    entry: 'functions/significance/significance.handler.ts',
    description: 'The significance model, why clients have their class, the nine cells; previews, reassessments, lowerings',
    tables: {
      Clients: ['BatchGetItem', 'PutItem', 'Query', 'Scan'],
      Policies: ['Query', 'BatchGetItem'],
      Payments: ['Query'],
      Significance: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem'],
      Outbox: ['PutItem'],
    },
    invokes: ['reassess'],
    trigger: { kind: 'api' },
  },
  reassess: {
    entry: 'functions/reassess/reassess.handler.ts',
    description: 'Goes through all clients: reassesses them, or previews a draft of the model',
    tables: {
      Clients: ['BatchGetItem', 'PutItem', 'Scan'],
      Policies: ['Query', 'BatchGetItem'],
      Payments: ['Query'],
      Significance: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem'],
      Outbox: ['PutItem'],
    },
    invokes: ['reassess'],
    trigger: { kind: 'recurring', rateMinutes: 7 * 24 * 60 },
  },
  reclassify: {
    entry: 'functions/significance/reclassify.handler.ts',
    description: 'A client is served otherwise: has each of his open policies run once',
    tables: { Policies: ['Query', 'BatchGetItem'], Outbox: ['DeleteItem'] },
    invokes: ['run-checkpoint'],
    trigger: { kind: 'invoked' },
  },
  relief: {
    entry: 'functions/relief/relief.handler.ts',
    description: 'What people change on a policy: relief, cancellation, reinstatement',
    tables: { ...CHANGES_A_POLICY },
    uses: ['schedule'],
    invokes: ['run-checkpoint'],
    trigger: { kind: 'api' },
  },
  tasks: {
    entry: 'functions/tasks/tasks.handler.ts',
    description: 'Tasks and their results, also by the signed link of a mail',
    tables: { ...CHANGES_A_POLICY, Tasks: [...CHANGES_A_POLICY.Tasks, 'GetItem', 'Query'], LinkKeys: ['GetItem', 'PutItem'] },
    uses: ['schedule'],
    invokes: ['run-checkpoint'],
    trigger: { kind: 'api' },
  },
  meta: {
    entry: 'functions/meta/meta.handler.ts',
    description: 'Health, the OpenAPI document, and the answer to unknown routes',
    tables: {},
    trigger: { kind: 'api' },
  },
  'run-checkpoint': {
    entry: 'functions/checkpoints/run-checkpoint.handler.ts',
    description: 'Facts, decision, effects of the checkpoints of one policy whose time has come',
    tables: {
      Clients: ['BatchGetItem'],
      Policies: ['BatchGetItem', 'UpdateItem', 'PutItem', 'ConditionCheckItem'],
      Journal: ['PutItem'],
      Notices: ['PutItem', 'BatchGetItem'],
      Outbox: ['PutItem', 'DeleteItem'],
      Regulations: ['GetItem'],
      Significance: ['BatchGetItem', 'Query'],
      Tasks: ['BatchGetItem', 'PutItem', 'UpdateItem'],
      Statements: ['GetItem'],
    },
    uses: ['schedule'],
    invokes: ['run-checkpoint'],
    trigger: { kind: 'checkpointSchedule' },
  },
  'send-notice': {
    entry: 'functions/notices/send-notice.handler.ts',
    description: 'Claims a notice, checks the debt again, sends it once',
    tables: {
      Notices: ['BatchGetItem', 'UpdateItem'],
      Policies: ['BatchGetItem', 'ConditionCheckItem'],
      Clients: ['BatchGetItem'],
      Regulations: ['GetItem'],
      Outbox: ['PutItem', 'DeleteItem'],
      LinkKeys: ['GetItem', 'PutItem'],
    },
    uses: ['mail'],
    // a minute's checkpoints fire within a minute and take some seconds: then what a client is told of them is in one batch (infra/decisions/005)
    trigger: { kind: 'outbox', intents: ['notice'], batch: { records: 100, windowSeconds: 90 } },
  },
  'record-delivery': {
    entry: 'functions/deliveries/record-delivery.handler.ts',
    description: 'What SES reports of messages: delivered, bounced, complained; what came back becomes a task',
    tables: {
      Clients: ['BatchGetItem'],
      Policies: ['Query', 'BatchGetItem', 'UpdateItem', 'PutItem', 'ConditionCheckItem'],
      Journal: ['PutItem'],
      Notices: ['GetItem', 'BatchGetItem', 'UpdateItem', 'PutItem'],
      Outbox: ['PutItem', 'DeleteItem'],
      Regulations: ['GetItem'],
      Significance: ['BatchGetItem', 'Query'],
      Tasks: ['GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem'],
      Statements: ['GetItem'],
    },
    uses: ['schedule'],
    invokes: ['run-checkpoint'],
    trigger: { kind: 'mailEvents' },
  },
  'relay-intents': {
    entry: 'functions/outbox/relay-intents.handler.ts',
    description: 'Hands on what leaves the Outbox and is no message: events to the bus, wakes and reclassifications to who does them',
    tables: { Outbox: ['DeleteItem'] },
    uses: ['events'],
    invokes: ['run-checkpoint', 'reclassify'],
    trigger: { kind: 'outbox', intents: ['event', 'wake', 'reclassify'], batch: { records: 10, windowSeconds: 0 } },
  },
  statements: {
    entry: 'functions/statements/statements.handler.ts',
    description: 'Imports bank statements, shows their imports, takes uploads',
    tables: STATEMENT_TABLES,
    invokes: ['run-checkpoint'],
    uses: ['uploads'],
    trigger: { kind: 'api' },
  },
  'import-statement': {
    entry: 'functions/statements/import-statement.handler.ts',
    description: 'Imports uploaded bank statements of any size',
    tables: STATEMENT_TABLES,
    invokes: ['run-checkpoint', 'import-statement'],
    trigger: { kind: 'upload' },
  },
  audit: {
    entry: 'functions/audit/audit.handler.ts',
    description:
      'Recomputes the books once a week: policies from their payments and journal, the totals of every currency, the cells of significance',
    tables: {
      Policies: ['Scan', 'Query', 'GetItem'],
      Payments: ['Scan', 'Query'],
      Journal: ['Query'],
      Clients: ['Scan'],
      Significance: ['Query'],
    },
    invokes: ['audit'],
    trigger: { kind: 'recurring', rateMinutes: 7 * 24 * 60 },
  },
  watchdog: {
    entry: 'functions/watchdog/watchdog.handler.ts',
    description: 'Drives again what was never woken: late checkpoints, old intents of the Outbox',
    tables: { Policies: ['Query'], Outbox: ['Query'] },
    invokes: ['run-checkpoint', 'send-notice', 'relay-intents', 'reclassify'],
    trigger: { kind: 'recurring', rateMinutes: 5 },
  },
} as const satisfies Partial<Record<FunctionName, FunctionDeclaration>>;
