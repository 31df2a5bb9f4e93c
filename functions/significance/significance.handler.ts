/**
 * Significance: the model, why a client has his class, the nine cells, previews, reassessments, and a person's word on lowerings.
 * Triggered by API Gateway. Versions of the model are immutable; the same content again is the same version. Work over all
 * clients that doesn't fit into a request goes on in the function `reassess`.
 */
import { timestamp } from '../../shared/domain/zone.ts';
import { decideLowering } from '../../shared/usecases/decide-lowering.ts';
import { previewModel } from '../../shared/usecases/preview-model.ts';
import { readSignificance } from '../../shared/usecases/read-significance.ts';
import { startReassessment } from '../../shared/usecases/start-reassessment.ts';
import { apiFunction } from '../http/api-function.ts';
import type { ApiRequest, ApiResponse } from '../http/api-request.ts';
import { languageOf } from '../http/language-of.ts';
import { idFromPath } from '../http/path-id.ts';
import { badRequest, notFound } from '../http/problem.ts';
import { log } from '../runtime/log.ts';
import { significanceRuntime } from '../runtime/significance.ts';
import type { Outside } from '../runtime/system.ts';
import { loweringBody } from './lowering-body.ts';
import { MATRIX_TYPES, significanceMatrixIn } from './matrix-in.ts';
import { modelOf } from './model-body.ts';
import { presentExplained } from './present-explained.ts';
import { presentModel } from './present-model.ts';
import { presentPreview, presentReassessment } from './present-run.ts';

/** API Gateway gives up after 30 s; a page of clients more takes some seconds. */
const PREVIEW_MS = 15_000;

const clientIdOf = ({ event }: ApiRequest) => idFromPath(event.pathParameters?.['clientId']);
const runIdOf = ({ event }: ApiRequest) => idFromPath(event.pathParameters?.['runId']);

export function createHandler(outside?: Outside) {
  const deps = significanceRuntime(outside);

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

  async function reassess({ by }: ApiRequest): Promise<ApiResponse> {
    const run = await startReassessment(deps, by);
    await deps.handOver(run);
    const shown = presentReassessment(run);
    return { status: 202, body: shown, headers: { location: shown.self } };
  }

  async function getReassessment(request: ApiRequest): Promise<ApiResponse> {
    const run = await deps.runs.read('reassessment', runIdOf(request));
    if (run?.kind !== 'reassessment') throw notFound('reassessment');
    return { status: 200, body: presentReassessment(run) };
  }

  async function explain(clientId: string): Promise<ApiResponse> {
    const explained = await readSignificance(deps, clientId);
    if (!explained) throw notFound('client with a class');
    return { status: 200, body: presentExplained(explained) };
  }

  async function lowering(request: ApiRequest): Promise<ApiResponse> {
    const { decision, note } = loweringBody.parse(request.body);
    const clientId = clientIdOf(request);
    await decideLowering(deps, clientId, { decision, by: request.by, ...(note ? { note } : {}) });
    return explain(clientId);
  }

  async function matrix({ event, mediaType }: ApiRequest): Promise<ApiResponse> {
    const language = languageOf(event);
    const [published, clients] = await Promise.all([deps.models.newest(), deps.cells.counts()]);
    return significanceMatrixIn(mediaType, { published, clients, language });
  }

  return apiFunction(
    'significance',
    {
      getSignificance: { handle: (request) => explain(clientIdOf(request)) },
      decideLowering: { handle: lowering, takesJson: true },
      getModel: { handle: getModel },
      putModel: { handle: putModel, takesJson: true },
      previewModel: { handle: preview, takesJson: true },
      getPreview: { handle: getPreview },
      getSignificanceMatrix: { handle: matrix, answers: MATRIX_TYPES },
      startReassessment: { handle: reassess },
      getReassessment: { handle: getReassessment },
    },
    log,
  );
}

export const handler = createHandler();
