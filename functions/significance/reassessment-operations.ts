import { startReassessment } from '../../shared/usecases/start-reassessment.ts';
import type { ApiRequest, ApiResponse } from '../http/api-request.ts';
import { notFound } from '../http/problem.ts';
import type { SignificanceRuntime } from '../runtime/significance.ts';
import { presentReassessment } from './present-run.ts';
import { runIdOf } from './run-id.ts';

/** Reassessments of all clients: asked for, and how far they are. */
export function reassessmentOperations(deps: SignificanceRuntime) {
  async function start({ by }: ApiRequest): Promise<ApiResponse> {
    const run = await startReassessment(deps, by);
    await deps.handOver(run);
    const shown = presentReassessment(run);
    return { status: 202, body: shown, headers: { location: shown.self } };
  }

  async function get(request: ApiRequest): Promise<ApiResponse> {
    const run = await deps.runs.read('reassessment', runIdOf(request));
    if (run?.kind !== 'reassessment') throw notFound('reassessment');
    return { status: 200, body: presentReassessment(run) };
  }

  return { startReassessment: { handle: start }, getReassessment: { handle: get } };
}
