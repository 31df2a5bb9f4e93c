import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { type IMetric, MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Duration } from 'aws-cdk-lib/core';
import { TABLES, type TableDefinition } from '../../../shared/adapters/dynamodb/tables.ts';
import { DECLARED_FUNCTIONS } from '../../declared-functions.ts';
import type { DeadLetterQueue } from '../dead-letter-queue.ts';
import { functionName } from '../function-arn.ts';
import type { Ledger } from '../ledger.ts';
import type { AlarmDefinition } from './alarm-definition.ts';

export interface Services {
  readonly stage: string;
  readonly api: HttpApi;
  readonly ledger: Ledger;
  readonly deadLetters: readonly DeadLetterQueue[];
}

const FIVE_MINUTES = { period: Duration.minutes(5) } as const;

/** What AWS reports of what we use. */
export const serviceAlarms = (services: Services): readonly AlarmDefinition[] => [
  ...services.deadLetters.map(holdsLetters),
  ...mailReputation(),
  answersErrors(services.api),
  ...DECLARED_FUNCTIONS.map(({ name }) => isThrottled(name, functionName(services.stage, name))),
  ...TABLES.map((table) => refuses(table, services.ledger.table(table.name).tableName)),
];

const holdsLetters = (queue: DeadLetterQueue): AlarmDefinition => ({
  section: 'dead-letters',
  of: queue.hop,
  says: 'Something was given up after all its attempts and waits in a queue, for 14 days, for a person.',
  metric: queue.metricApproximateNumberOfMessagesVisible({ statistic: 'Maximum', ...FIVE_MINUTES }),
  rings: { when: '>=', threshold: 1, periods: 1, missingIs: 'fine' },
});

/**
 * Of the whole account, because that is what AWS judges: it puts an account under review at 5 % bounces or 0.1 % complaints. We
 * ring at four fifths of that.
 */
const mailReputation = (): readonly AlarmDefinition[] => [
  {
    section: 'mail-bounces',
    says: '4 % of letters bounce. At 5 % AWS reviews the account, at 10 % it may stop all mail.',
    metric: new Metric({ namespace: 'AWS/SES', metricName: 'Reputation.BounceRate', statistic: 'Average', period: Duration.hours(1) }),
    rings: { when: '>=', threshold: 0.04, periods: 1, missingIs: 'asBefore' },
  },
  {
    section: 'mail-complaints',
    says: '0.08 % of letters are called spam. At 0.1 % AWS reviews the account, at 0.5 % it may stop all mail.',
    metric: new Metric({ namespace: 'AWS/SES', metricName: 'Reputation.ComplaintRate', statistic: 'Average', period: Duration.hours(1) }),
    rings: { when: '>=', threshold: 0.0008, periods: 1, missingIs: 'asBefore' },
  },
];

const answersErrors = (api: HttpApi): AlarmDefinition => ({
  section: 'api-errors',
  says: 'The API answers 5xx again and again. Callers may repeat every request safely.',
  metric: api.metricServerError({ statistic: 'Sum', ...FIVE_MINUTES }),
  rings: { when: '>=', threshold: 1, periods: 2, outOf: 3, missingIs: 'fine' },
});

const isThrottled = (of: string, name: string): AlarmDefinition => ({
  section: 'function-throttles',
  of,
  says: 'Lambda refuses calls: the account has used up its concurrency.',
  metric: new Metric({
    namespace: 'AWS/Lambda',
    metricName: 'Throttles',
    dimensionsMap: { FunctionName: name },
    statistic: 'Sum',
    ...FIVE_MINUTES,
  }),
  rings: { when: '>=', threshold: 1, periods: 2, outOf: 3, missingIs: 'fine' },
});

/** The table and each index report their own; an index that can't keep up holds its table back. */
function refuses({ name: of, indexes }: TableDefinition, TableName: string): AlarmDefinition {
  const places = [{ TableName }, ...indexes.map(({ name }) => ({ TableName, GlobalSecondaryIndexName: name }))];
  const refused = places.flatMap((dimensionsMap) =>
    ['ReadThrottleEvents', 'WriteThrottleEvents'].map(
      (metricName) => new Metric({ namespace: 'AWS/DynamoDB', metricName, dimensionsMap, statistic: 'Sum', ...FIVE_MINUTES }),
    ),
  );
  return {
    section: 'table-throttles',
    of,
    says: 'DynamoDB refuses requests: one partition is too hot, or the table grows faster than it can split.',
    metric: sum(refused),
    rings: { when: '>=', threshold: 1, periods: 2, outOf: 3, missingIs: 'fine' },
  };
}

/** FILL, because a metric without data makes the whole sum missing. */
function sum(metrics: readonly IMetric[]): MathExpression {
  const usingMetrics = Object.fromEntries(metrics.map((metric, index) => [`m${index}`, metric]));
  const expression = Object.keys(usingMetrics)
    .map((id) => `FILL(${id}, 0)`)
    .join(' + ');
  return new MathExpression({ expression, usingMetrics, ...FIVE_MINUTES, label: 'refused' });
}
