/**
 * Payments after they were recorded: shown with what they cover; allocated, split or returned out of suspense; reversed. And what was
 * paid too much: to another policy of the client, or back.
 * Triggered by API Gateway. Every move happens once: repeated it is answered as done, a race with another move looks again.
 */
import type { StoredPayment } from '../../shared/domain/payment.ts';
import type { Page } from '../../shared/ports/page.ts';
import { allocatePayment } from '../../shared/usecases/allocate-payment.ts';
import { disbursePayment } from '../../shared/usecases/disburse-payment.ts';
import { readPayment } from '../../shared/usecases/read-payment.ts';
import { reversePayment } from '../../shared/usecases/reverse-payment.ts';
import { splitPayment } from '../../shared/usecases/split-payment.ts';
import { candidatesFor } from '../../shared/usecases/suspense-candidates.ts';
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
import type { Outside } from '../runtime/system.ts';
import { excessOperations } from './excess-operations.ts';
import { allocationBody, disbursementBody, reversalBody, splitBody } from './move-schemas.ts';
import { partsIn } from './parts-in.ts';
import { presentCandidates } from './present-candidates.ts';

const idOf = ({ event }: ApiRequest) => idFromPath(event.pathParameters?.['paymentId']);

export function createHandler(outside?: Outside) {
  const deps = ledgerRuntime(outside);

  /** Money in suspense is shown with the policies that it may be for. */
  async function presenterOf(payments: readonly StoredPayment[]) {
    const candidates = await candidatesFor(deps, payments);
    return (payment: StoredPayment) => ({ ...presentPayment(payment), ...presentCandidates(candidates.get(payment.paymentId)) });
  }

  const listed = async (page: Page<StoredPayment>): Promise<ApiResponse> => ({
    status: 200,
    body: listBody(page, await presenterOf(page.items)),
  });

  async function get(request: ApiRequest): Promise<ApiResponse> {
    const found = await readPayment(deps, idOf(request));
    if (!found) throw notFound('payment');
    const { payment, allocation } = found;
    const present = await presenterOf([payment]);
    const { currency } = payment;
    const allocations = allocation.allocations.map(({ installment, amountMinor }) => ({
      installment,
      amount: presentMoney({ amountMinor, currency }),
    }));
    const excess = presentMoney({ amountMinor: allocation.excessMinor, currency });
    const { movedMinor } = allocation;
    const moved = movedMinor > 0 ? { moved: presentMoney({ amountMinor: movedMinor, currency }) } : {};
    return { status: 200, body: { ...present(payment), allocations, excess, ...moved } };
  }

  async function list({ event }: ApiRequest): Promise<ApiResponse> {
    const { status, policyNumber } = event.queryStringParameters ?? {};
    const page = pageRequest(event);
    if (policyNumber !== undefined && status === undefined) {
      if (!isId(policyNumber)) throw badRequest('INVALID_QUERY', 'policyNumber must have 1–64 characters and no control characters');
      return listed(await deps.payments.ofPolicy(policyNumber, page));
    }
    if (status === 'suspense' && policyNumber === undefined) return listed(await deps.payments.inSuspense(page));
    throw badRequest('INVALID_QUERY', 'say which payments: ?policyNumber=… or ?status=suspense');
  }

  async function reverse(request: ApiRequest): Promise<ApiResponse> {
    const { payment } = await reversePayment(deps, { ...reversalBody.parse(request.body), paymentId: idOf(request), by: request.by });
    return { status: 200, body: presentPayment(payment) };
  }

  async function allocate(request: ApiRequest): Promise<ApiResponse> {
    const { policyNumber, installment } = allocationBody.parse(request.body);
    const allocating = { paymentId: idOf(request), policyNumber, by: request.by, ...(installment === undefined ? {} : { installment }) };
    return { status: 200, body: presentPayment(await allocatePayment(deps, allocating)) };
  }

  async function split(request: ApiRequest): Promise<ApiResponse> {
    const parts = partsIn(splitBody.parse(request.body).parts, await deps.payments.read(idOf(request)));
    return { status: 200, body: presentPayment(await splitPayment(deps, { paymentId: idOf(request), parts, by: request.by })) };
  }

  async function disburse(request: ApiRequest): Promise<ApiResponse> {
    const disbursing = { ...disbursementBody.parse(request.body), paymentId: idOf(request), by: request.by };
    return { status: 200, body: presentPayment(await disbursePayment(deps, disbursing)) };
  }

  return apiFunction(
    'ledger',
    {
      getPayment: { handle: get },
      listPayments: { handle: list },
      reversePayment: { handle: reverse, takesJson: true },
      allocatePayment: { handle: allocate, takesJson: true },
      splitPayment: { handle: split, takesJson: true },
      disbursePayment: { handle: disburse, takesJson: true },
      ...excessOperations(deps),
    },
    log,
  );
}

export const handler = createHandler();
