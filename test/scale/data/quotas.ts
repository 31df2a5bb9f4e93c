/**
 * Quotas of AWS as an account in eu-central-1 has them before it asks for more. A new account begins with less Lambda concurrency;
 * some regions (Milan, Spain, Zurich among them) with 2,500 API requests a second. Read were stored copies of the pages named. Check
 * again before a launch.
 */
export interface Quota {
  readonly name: QuotaName;
  readonly limit: number;
  readonly unit: string;
  /** Can it be raised by asking? A hot partition cannot: the keys must be spread further. */
  readonly adjustable: boolean;
  readonly source: string;
  readonly readOn: string;
}

export type QuotaName =
  | 'schedules alive'
  | 'Scheduler invocations'
  | 'CreateSchedule'
  | 'Lambda concurrency'
  | 'SES send rate'
  | 'SES messages a day'
  | 'DynamoDB writes, busiest table or index'
  | 'DynamoDB reads, busiest table or index'
  | 'partition of the due index'
  | 'partition of the Outbox'
  | 'partition of open tasks of one person'
  | 'item of the newest significance model'
  | 'item of the newest regulation'
  | 'API Gateway requests';

const SCHEDULER = 'docs.aws.amazon.com/scheduler/latest/UserGuide/scheduler-quotas.html';
const DYNAMODB = 'docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html';
const PARTITIONS = 'docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html';
/** SES grants what an account asks for and earns; 50,000 a day and 14 a second are what accounts that left the sandbox report. */
const SES = 'docs.aws.amazon.com/ses/latest/dg/quotas.html; the figures are those of newly granted accounts, not documented';

export const QUOTAS: readonly Quota[] = [
  { name: 'schedules alive', limit: 10_000_000, unit: '', adjustable: true, source: SCHEDULER, readOn: '2026-11-23' },
  { name: 'Scheduler invocations', limit: 1_000, unit: '/s', adjustable: true, source: SCHEDULER, readOn: '2026-11-23' },
  { name: 'CreateSchedule', limit: 5_000, unit: '/s', adjustable: true, source: SCHEDULER, readOn: '2026-11-23' },
  {
    name: 'Lambda concurrency',
    limit: 1_000,
    unit: '',
    adjustable: true,
    source: 'docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html',
    readOn: '2026-11-23',
  },
  { name: 'SES send rate', limit: 14, unit: '/s', adjustable: true, source: SES, readOn: '2026-11-23' },
  { name: 'SES messages a day', limit: 50_000, unit: '/day', adjustable: true, source: SES, readOn: '2026-11-23' },
  {
    name: 'DynamoDB writes, busiest table or index',
    limit: 40_000,
    unit: 'units/s',
    adjustable: true,
    source: DYNAMODB,
    readOn: '2026-11-23',
  },
  {
    name: 'DynamoDB reads, busiest table or index',
    limit: 40_000,
    unit: 'units/s',
    adjustable: true,
    source: DYNAMODB,
    readOn: '2026-11-23',
  },
  { name: 'partition of the due index', limit: 1_000, unit: 'units/s', adjustable: false, source: PARTITIONS, readOn: '2026-11-23' },
  { name: 'partition of the Outbox', limit: 1_000, unit: 'units/s', adjustable: false, source: PARTITIONS, readOn: '2026-11-23' },
  {
    name: 'partition of open tasks of one person',
    limit: 1_000,
    unit: 'units/s',
    adjustable: false,
    source: PARTITIONS,
    readOn: '2026-11-23',
  },
  {
    name: 'item of the newest significance model',
    limit: 3_000,
    unit: 'units/s',
    adjustable: false,
    source: PARTITIONS,
    readOn: '2026-11-23',
  },
  { name: 'item of the newest regulation', limit: 1_000, unit: 'units/s', adjustable: false, source: PARTITIONS, readOn: '2026-11-23' },
  {
    name: 'API Gateway requests',
    limit: 10_000,
    unit: '/s',
    adjustable: true,
    source: 'docs.aws.amazon.com/apigateway/latest/developerguide/limits.html',
    readOn: '2026-11-23',
  },
];
