/**
 * What people change on a policy: relief, cancellation, reinstatement. Triggered by API Gateway. Safe to repeat: relief has a
 * caller-made id, the others have the same effect twice. Benign races: a payment or a checkpoint was faster (read again).
 * 1. check the body  2. one transaction: the change and what control decides on it  3. the next wake-up  4. answer
 */
import type * as z from 'zod/mini';
import { cancelPolicy, reinstatePolicy } from '../../shared/usecases/end-policy.ts';
import { endHold, relievePolicy } from '../../shared/usecases/relieve-policy.ts';
import { apiFunction } from '../http/api-function.ts';
import type { ApiRequest, ApiResponse } from '../http/api-request.ts';
import { fingerprintOf } from '../http/fingerprint.ts';
import { idFromPath } from '../http/path-id.ts';
import { presentPolicy } from '../policies/present-policy.ts';
import { changeRuntime } from '../runtime/changes.ts';
import { log } from '../runtime/log.ts';
import type { Outside } from '../runtime/system.ts';
import { cancellationBody, reinstatementBody } from './ending-schema.ts';
import { presentGranted, presentRelief } from './present-relief.ts';
import {
  type AskedTerms,
  agreementBody,
  agreementTerms,
  deferralBody,
  deferralTerms,
  holdBody,
  holdTerms,
  promiseBody,
  promiseTerms,
  writeOffBody,
  writeOffTerms,
} from './relief-schema.ts';

const numberOf = ({ event }: ApiRequest) => idFromPath(event.pathParameters?.['policyNumber']);

export function createHandler(outside?: Outside) {
  const deps = changeRuntime(outside);

  /** An operation of one kind of relief: its body, and the terms that it says. */
  function asking<B extends { readonly reliefId: string; readonly reason: string }>(
    schema: z.ZodMiniType<B>,
    termsOf: (body: B) => AskedTerms,
  ) {
    const handle = async (request: ApiRequest): Promise<ApiResponse> => {
      const body = schema.parse(request.body);
      const { terms, ...currency } = termsOf(body);
      const { reliefId, reason } = body;
      const asked = { reliefId, reason, terms, fingerprint: fingerprintOf({ kind: terms.kind, ...body }) };
      const {
        outcome,
        answer,
        currency: ofPolicy,
      } = await relievePolicy(deps, {
        policyNumber: numberOf(request),
        asked,
        ...currency,
        by: request.by,
      });
      const status = outcome === 'replay' ? 200 : answer.status === 'granted' ? 201 : 202;
      return { status, body: presentRelief(answer, ofPolicy) };
    };
    return { handle, takesJson: true };
  }

  async function end(request: ApiRequest): Promise<ApiResponse> {
    const reliefId = idFromPath(request.event.pathParameters?.['reliefId']);
    const hold = await endHold(deps, { policyNumber: numberOf(request), reliefId, by: request.by });
    return { status: 200, body: presentGranted(hold, '') };
  }

  async function cancel(request: ApiRequest): Promise<ApiResponse> {
    const head = await cancelPolicy(deps, { policyNumber: numberOf(request), ...cancellationBody.parse(request.body), by: request.by });
    return { status: 200, body: presentPolicy(head, deps.clock.now()) };
  }

  async function reinstate(request: ApiRequest): Promise<ApiResponse> {
    const head = await reinstatePolicy(deps, { policyNumber: numberOf(request), ...reinstatementBody.parse(request.body), by: request.by });
    return { status: 200, body: presentPolicy(head, deps.clock.now()) };
  }

  return apiFunction(
    'relief',
    {
      deferInstallment: asking(deferralBody, deferralTerms),
      promisePayment: asking(promiseBody, promiseTerms),
      holdProcess: asking(holdBody, holdTerms),
      endHold: { handle: end },
      agreePlan: asking(agreementBody, agreementTerms),
      writeOff: asking(writeOffBody, writeOffTerms),
      cancelPolicy: { handle: cancel, takesJson: true },
      reinstatePolicy: { handle: reinstate, takesJson: true },
    },
    log,
  );
}

export const handler = createHandler();
