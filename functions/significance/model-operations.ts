import { timestamp } from '../../shared/domain/zone.ts';
import { previewModel } from '../../shared/usecases/preview-model.ts';
import type { ApiRequest, ApiResponse } from '../http/api-request.ts';
import { badRequest, notFound } from '../http/problem.ts';
import type { SignificanceRuntime } from '../runtime/significance.ts';
import { modelOf } from './model-body.ts';
import { presentModel } from './present-model.ts';
import { presentPreview } from './present-run.ts';
import { runIdOf } from './run-id.ts';

/** API Gateway gives up after 30 s; a page of clients more takes some seconds. */
const PREVIEW_MS = 15_000;

/** The model as versioned data: read, published, and tried before that. */
export function modelOperations(deps: SignificanceRuntime) {
  async function getModel({ event }: ApiRequest): Promise<ApiResponse> {
    const wanted = event.queryStringParameters?.['version'];
    if (wanted !== undefined && !/^[1-9]\d{0,7}$/.test(wanted)) throw badRequest('INVALID_QUERY', 'version must be a number from 1');
    const published = await (wanted === undefined ? deps.models.newest() : deps.models.version(Number(wanted)));
    if (!published) throw notFound('version of the model');
    return { status: 200, body: presentModel(published) };
  }

  async function putModel({ body, by }: ApiRequest): Promise<ApiResponse> {
    const recordedAt = timestamp(deps.clock.now());
    const { outcome, published } = await deps.models.publish(modelOf(body), { recordedAt, by });
    const shown = presentModel(published);
    return outcome === 'new' ? { status: 201, body: shown, headers: { location: shown.self } } : { status: 200, body: shown };
  }

  async function preview({ body, by }: ApiRequest): Promise<ApiResponse> {
    const draft = modelOf(body);
    const started = performance.now();
    const run = await previewModel(deps, { draft, by, hasTime: () => performance.now() - started < PREVIEW_MS });
    const { self, ...shown } = presentPreview(run);
    return run.state === 'done' ? { status: 200, body: shown } : { status: 202, body: { self, ...shown }, headers: { location: self } };
  }

  async function getPreview(request: ApiRequest): Promise<ApiResponse> {
    const run = await deps.runs.read('preview', runIdOf(request));
    if (run?.kind !== 'preview') throw notFound('preview');
    return { status: 200, body: presentPreview(run) };
  }

  return {
    getModel: { handle: getModel },
    putModel: { handle: putModel, takesJson: true },
    previewModel: { handle: preview, takesJson: true },
    getPreview: { handle: getPreview },
  };
}
