import { decideLowering } from '../../shared/usecases/decide-lowering.ts';
import { readSignificance } from '../../shared/usecases/read-significance.ts';
import type { ApiRequest, ApiResponse } from '../http/api-request.ts';
import { callerOf } from '../http/caller.ts';
import { languageOf } from '../http/language-of.ts';
import { idFromPath } from '../http/path-id.ts';
import { notFound } from '../http/problem.ts';
import type { SignificanceRuntime } from '../runtime/significance.ts';
import { loweringBody } from './lowering-body.ts';
import { MATRIX_TYPES, significanceMatrixIn } from './matrix-in.ts';
import { presentExplained } from './present-explained.ts';

const clientIdOf = ({ event }: ApiRequest) => idFromPath(event.pathParameters?.['clientId']);

/** Classes of clients: explained, decided on where a person has to, and all of them in their nine cells. */
export function classOperations(deps: SignificanceRuntime) {
  async function explain(clientId: string): Promise<ApiResponse> {
    const explained = await readSignificance(deps, clientId);
    if (!explained) throw notFound('client with a class');
    return { status: 200, body: presentExplained(explained) };
  }

  async function lowering(request: ApiRequest): Promise<ApiResponse> {
    const { decision, note } = loweringBody.parse(request.body);
    const clientId = clientIdOf(request);
    await decideLowering(deps, clientId, { decision, ...callerOf(request), ...(note ? { note } : {}) });
    return explain(clientId);
  }

  async function matrix({ event, mediaType }: ApiRequest): Promise<ApiResponse> {
    const language = languageOf(event);
    const [published, clients] = await Promise.all([deps.models.newest(), deps.cells.counts()]);
    return significanceMatrixIn(mediaType, { published, clients, language });
  }

  return {
    getSignificance: { handle: (request: ApiRequest) => explain(clientIdOf(request)) },
    decideLowering: { handle: lowering, takesJson: true },
    getSignificanceMatrix: { handle: matrix, answers: MATRIX_TYPES },
  };
}
