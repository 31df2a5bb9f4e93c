/** Reads payments and what they cover. Triggered by API Gateway; changes nothing. */
import { readPayment } from '../../shared/usecases/read-payment.ts';
import { apiFunction } from '../http/api-function.ts';
import type { ApiRequest, ApiResponse } from '../http/api-request.ts';
import { isId } from '../http/fields.ts';
import { listBody, pageRequest } from '../http/page-query.ts';
import { idFromPath } from '../http/path-id.ts';
import { presentMoney } from '../http/present-money.ts';
import { badRequest, notFound } from '../http/problem.ts';
import { presentPayment } from '../payments/present-payment.ts';
import { ledgerRuntime } from '../runtime/ledger.ts';
import { log } from '../runtime/log.ts';

export function createHandler() {
  const deps = ledgerRuntime();

  async function get({ event }: ApiRequest): Promise<ApiResponse> {
    const found = await readPayment(deps, idFromPath(event.pathParameters?.['paymentId']));
    if (!found) throw notFound('payment');
    const { payment, allocation } = found;
    const { currency } = payment;
    const allocations = allocation.allocations.map(({ installment, amountMinor }) => ({
      installment,
      amount: presentMoney({ amountMinor, currency }),
    }));
    const excess = presentMoney({ amountMinor: allocation.excessMinor, currency });
    return { status: 200, body: { ...presentPayment(payment), allocations, excess } };
  }

  async function list({ event }: ApiRequest): Promise<ApiResponse> {
    const { status, policyNumber } = event.queryStringParameters ?? {};
    const page = pageRequest(event);
    if (policyNumber !== undefined && status === undefined) {
      if (!isId(policyNumber)) throw badRequest('INVALID_QUERY', 'policyNumber must have 1–64 characters and no control characters');
      return { status: 200, body: listBody(await deps.payments.ofPolicy(policyNumber, page), presentPayment) };
    }
    if (status === 'suspense' && policyNumber === undefined)
      return { status: 200, body: listBody(await deps.payments.inSuspense(page), presentPayment) };
    throw badRequest('INVALID_QUERY', 'say which payments: ?policyNumber=… or ?status=suspense');
  }

  return apiFunction('ledger', { getPayment: { handle: get }, listPayments: { handle: list } }, log);
}

export const handler = createHandler();
