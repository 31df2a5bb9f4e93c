import { Worker } from 'node:worker_threads';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { ApiEvent } from '../../functions/http/api-request.ts';
import { createHandler } from '../../functions/payments/payments.handler.ts';
import type { Insurer } from '../support/insurer.ts';
import { median, perSecond } from './bounded-loop.ts';

const COUNT = 3000;
const CONCURRENCY = 16;
const RUNS = 5;
const POLICIES = Array.from({ length: 200 }, (_, index) => `BENCH-${index}`);

export interface PaymentRates {
  readonly http: number;
  readonly handler: number;
  readonly bare: number;
  readonly httpToBare: number;
  readonly handlerToBare: number;
}

/** Payments a second over HTTP, through the handler alone, and the same TransactWriteItems in a bare loop: in turn, in one run. */
export async function benchPayments(insurer: Insurer): Promise<PaymentRates> {
  for (const policyNumber of POLICIES) await insurer.policy(policyNumber);
  const token = await insurer.cloud.token();
  const handler = createHandler();
  const bareClient = DynamoDBDocumentClient.from(new DynamoDBClient({}));
  const rates: { http: number; handler: number; bare: number }[] = [];
  for (let run = 0; run <= RUNS; run++) {
    const bare = await perSecond(COUNT, CONCURRENCY, (index) => bareClient.send(bareWrite(`bare-${run}-${index}`, policyOf(index))));
    const overHttp = await httpLoad({ url: insurer.cloud.apiUrl, token, prefix: `http-${run}` });
    const direct = await perSecond(COUNT, CONCURRENCY, (index) => handler(eventOf(`direct-${run}-${index}`, policyOf(index)), CONTEXT));
    if (run > 0) rates.push({ http: overHttp, handler: direct, bare }); // the first run warms up
  }
  return {
    http: median(rates.map((r) => r.http)),
    handler: median(rates.map((r) => r.handler)),
    bare: median(rates.map((r) => r.bare)),
    httpToBare: median(rates.map((r) => r.http / r.bare)),
    handlerToBare: median(rates.map((r) => r.handler / r.bare)),
  };
}

const policyOf = (index: number): string => POLICIES[index % POLICIES.length] ?? '';

const httpLoad = (load: { readonly url: string; readonly token: string; readonly prefix: string }): Promise<number> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./http-load.ts', import.meta.url), {
      workerData: { ...load, count: COUNT, concurrency: CONCURRENCY, policies: POLICIES },
    });
    worker.once('message', resolve).once('error', reject);
  });

/** The same two actions with the same conditions, and nothing around them. */
function bareWrite(paymentId: string, policyNumber: string) {
  const payment = {
    paymentId,
    policyNumber,
    amountMinor: 100,
    currency: 'UAH',
    receivedOn: '2026-11-22',
    recordedAt: '2026-11-22T08:00:00.000Z',
    by: 'local-user',
    status: 'applied',
  };
  return new TransactWriteCommand({
    TransactItems: [
      {
        Put: {
          TableName: process.env['TABLE_PAYMENTS'],
          Item: payment,
          ConditionExpression: 'attribute_not_exists(paymentId)',
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        },
      },
      {
        Update: {
          TableName: process.env['TABLE_POLICIES'],
          Key: { policyNumber, record: 'account' },
          UpdateExpression: 'ADD receivedMinor :amount, moves :one',
          ConditionExpression: '#status = :status AND currency = :currency',
          ExpressionAttributeNames: { '#status': 'status' },
          ExpressionAttributeValues: { ':amount': 100, ':one': 1, ':status': 'active', ':currency': 'UAH' },
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        },
      },
    ],
  });
}

const CONTEXT = {} as Parameters<ReturnType<typeof createHandler>>[1];

const eventOf = (paymentId: string, policyNumber: string) =>
  ({
    version: '2.0',
    routeKey: 'POST /payments',
    rawPath: '/payments',
    rawQueryString: '',
    headers: { 'content-type': 'application/json' },
    isBase64Encoded: false,
    body: JSON.stringify({ paymentId, policyNumber, amount: { amount: '1.00', currency: 'UAH' }, receivedOn: '2026-11-22' }),
    requestContext: {
      http: { method: 'POST', path: '/payments' },
      authorizer: { jwt: { claims: { sub: 'bench', scope: 'payments:write' }, scopes: [] } },
    },
  }) as unknown as ApiEvent;
