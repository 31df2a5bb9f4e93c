import { ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';

/** Headings of infra/runbook.md: an alarm without a section there can't be declared, and a test compares the two. */
export type RunbookSection =
  | 'late-checkpoints'
  | 'outbox-stalled'
  | 'unknown-notices'
  | 'watchdog-silent'
  | 'books-differ'
  | 'clients-not-reassessed'
  | 'dead-letters'
  | 'mail-bounces'
  | 'mail-complaints'
  | 'api-errors'
  | 'function-throttles'
  | 'table-throttles';

export interface AlarmDefinition {
  readonly section: RunbookSection;
  /** Which one, where the section has several: a queue, a function, a table. */
  readonly of?: string;
  /** What has happened, for whoever gets the letter. */
  readonly says: string;
  readonly metric: IMetric;
  readonly rings: Rule;
}

export interface Rule {
  readonly when: '>=' | '<';
  readonly threshold: number;
  /** Periods in a row, or `of` how many: 2 of 3 lets one bad moment pass. */
  readonly periods: number;
  readonly outOf?: number;
  readonly missingIs: 'fine' | 'bad' | 'asBefore';
}

export const COMPARISON = {
  '>=': ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
  '<': ComparisonOperator.LESS_THAN_THRESHOLD,
} as const;

export const MISSING = {
  fine: TreatMissingData.NOT_BREACHING,
  bad: TreatMissingData.BREACHING,
  asBefore: TreatMissingData.IGNORE,
} as const;
