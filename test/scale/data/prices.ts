/**
 * List prices in US dollars, us-east-1, without free tiers and discounts; other regions differ. Named is AWS's page; read were stored
 * copies of it and guides of 2025 and 2026 that quote it. Check again before a launch.
 */
export interface Price {
  readonly dollars: number;
  readonly per: number;
  readonly source: string;
  readonly readOn: string;
}

const price = (dollars: number, per: number, page: string): Price => ({
  dollars,
  per,
  source: `aws.amazon.com/${page}`,
  readOn: '2026-11-23',
});

const MILLION = 1_000_000;

export const PRICES = {
  schedulerInvocation: price(1, MILLION, 'eventbridge/pricing/'),
  lambdaRequest: price(0.2, MILLION, 'lambda/pricing/'),
  /** arm64. */
  lambdaGbSecond: price(13.3334, MILLION, 'lambda/pricing/'),
  dynamoDbWriteUnit: price(0.625, MILLION, 'dynamodb/pricing/on-demand/'),
  dynamoDbReadUnit: price(0.125, MILLION, 'dynamodb/pricing/on-demand/'),
  dynamoDbGbMonth: price(0.25, 1, 'dynamodb/pricing/on-demand/'),
  /** Continuous backups. */
  recoveryGbMonth: price(0.2, 1, 'dynamodb/pricing/on-demand/'),
  sesMessage: price(0.1, 1_000, 'ses/pricing/'),
  apiRequest: price(1, MILLION, 'api-gateway/pricing/'),
  busEvent: price(1, MILLION, 'eventbridge/pricing/'),
  logGb: price(0.5, 1, 'cloudwatch/pricing/'),
} as const satisfies Readonly<Record<string, Price>>;

export const dollars = (amount: number, { dollars: cost, per }: Price): number => (amount * cost) / per;
