import type { Money } from '../../shared/domain/money.ts';
import { disburseExcess } from '../../shared/usecases/disburse-excess.ts';
import type { ExcessDeps } from '../../shared/usecases/moving-excess.ts';
import { transferExcess } from '../../shared/usecases/transfer-excess.ts';
import type { ApiRequest, ApiResponse } from '../http/api-request.ts';
import { fingerprintOf } from '../http/fingerprint.ts';
import { idFromPath } from '../http/path-id.ts';
import { excessDisbursementBody, transferBody } from './excess-schemas.ts';
import { presentDisbursement, presentTransfer } from './present-move.ts';

/** Excess credit of a policy: to another policy of the client, or back to who paid it. */
export function excessOperations(deps: ExcessDeps) {
  async function transfer(request: ApiRequest): Promise<ApiResponse> {
    const body = transferBody.parse(request.body);
    const { transferId, toPolicyNumber } = body;
    const { outcome, move } = await transferExcess(deps, { ...said(request, transferId, body), toPolicyNumber });
    return { status: outcome === 'new' ? 201 : 200, body: presentTransfer(move) };
  }

  async function disburse(request: ApiRequest): Promise<ApiResponse> {
    const body = excessDisbursementBody.parse(request.body);
    const { outcome, move } = await disburseExcess(deps, said(request, body.disbursementId, body));
    return { status: outcome === 'new' ? 201 : 200, body: presentDisbursement(move) };
  }

  return { transferExcess: { handle: transfer, takesJson: true }, disburseExcess: { handle: disburse, takesJson: true } };
}

function said({ event, by }: ApiRequest, moveId: string, body: { readonly amount?: Money | undefined; readonly reason: string }) {
  return {
    policyNumber: idFromPath(event.pathParameters?.['policyNumber']),
    moveId,
    ...(body.amount ? { amount: body.amount } : {}),
    reason: body.reason,
    fingerprint: fingerprintOf(body),
    by,
  };
}
