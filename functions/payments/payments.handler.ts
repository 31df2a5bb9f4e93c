/**
 * POST /payments. Triggered by API Gateway, also many times for one payment: a replay is answered as the first time.
 * Benign races: the same id at once (one is stored, the others are replays), the policy suspended or restored meanwhile
 * (applied again under the other condition).
 * 1. check the body  2. one transaction: payment + counters  3. suspended policy: run its checkpoint  4. answer
 */
import { timestamp } from '../../shared/domain/zone.ts';
import { recordPayment } from '../../shared/usecases/record-payment.ts';
import { apiFunction } from '../http/api-function.ts';
import type { ApiRequest, ApiResponse } from '../http/api-request.ts';
import { HttpProblem } from '../http/problem.ts';
import { log } from '../runtime/log.ts';
import { paymentRuntime } from '../runtime/payments.ts';
import type { Outside } from '../runtime/system.ts';
import { paymentBody, paymentOf } from './payment-schema.ts';
import { presentPayment } from './present-payment.ts';

export function createHandler(outside?: Outside) {
  const deps = paymentRuntime(outside);

  async function record({ body, by }: ApiRequest): Promise<ApiResponse> {
    const payment = paymentOf(paymentBody.parse(body));
    const recorded = await recordPayment(deps, payment, { recordedAt: timestamp(deps.clock.now()), by });
    if (recorded.outcome === 'refused') throw idReused();
    const status = recorded.outcome === 'replay' ? 200 : recorded.payment.status === 'suspense' ? 202 : 201;
    const shown = presentPayment(recorded.payment);
    return { status, body: shown, ...(status === 200 ? {} : { headers: { location: shown.self } }) };
  }

  return apiFunction('payments', { recordPayment: { handle: record, takesJson: true } }, log);
}

const idReused = () =>
  new HttpProblem({
    status: 409,
    code: 'PAYMENT_ID_REUSED',
    title: 'The id is taken',
    detail: 'a payment with this id exists with other content; nothing was changed. Send the same content, or a new id',
  });

export const handler = createHandler();
