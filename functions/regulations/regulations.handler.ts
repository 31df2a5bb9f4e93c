/**
 * Regulations: publish a version, show one, as a matrix and as a diagram; move a policy to another version. Triggered by API Gateway. Versions are immutable;
 * two publishers at once get two versions; the same content again is the same version.
 */
import { checkRegulation } from '../../shared/domain/check-regulation.ts';
import { timestamp } from '../../shared/domain/zone.ts';
import { migratePolicy } from '../../shared/usecases/migrate-policy.ts';
import { publishRegulation } from '../../shared/usecases/publish-regulation.ts';
import { apiFunction } from '../http/api-function.ts';
import type { ApiRequest, ApiResponse } from '../http/api-request.ts';
import { languageOf } from '../http/language-of.ts';
import { idFromPath } from '../http/path-id.ts';
import { badRequest, HttpProblem, notFound } from '../http/problem.ts';
import { presentPolicy } from '../policies/present-policy.ts';
import { changeRuntime } from '../runtime/changes.ts';
import { log } from '../runtime/log.ts';
import { regulationRuntime } from '../runtime/regulations.ts';
import type { Outside } from '../runtime/system.ts';
import { DIAGRAM_TYPES, diagramIn } from './diagram-in.ts';
import { MATRIX_TYPES, matrixIn } from './matrix-in.ts';
import { migrationBody } from './migration-body.ts';
import { presentRegulation } from './present-regulation.ts';
import { warningsOf } from './warnings-of.ts';

const idOf = ({ event }: ApiRequest) => idFromPath(event.pathParameters?.['regulationId']);

/** What GET answers can be put again: the fields that we add are left aside. */
function contentOf(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  return Object.fromEntries(Object.entries(body).filter(([field]) => !OURS.has(field)));
}

const OURS: ReadonlySet<string> = new Set(['self', 'regulationId', 'version', 'warnings']);

export function createHandler(outside?: Outside) {
  const { publisher, regulations, models, clock } = regulationRuntime(outside);
  const changing = changeRuntime(outside);

  async function put(request: ApiRequest): Promise<ApiResponse> {
    const checked = checkRegulation(contentOf(request.body));
    if (!checked.ok)
      throw badRequest('INVALID_REGULATION', `the regulation has ${checked.faults.length} fault(s); nothing was stored`, checked.faults);
    const publishing = { regulationId: idOf(request), content: checked.regulation, recordedAt: timestamp(clock.now()), by: request.by };
    const { outcome, regulation } = await publishRegulation(publisher, publishing);
    const { model } = await models.latest();
    const shown = { ...presentRegulation(regulation), ...warningsOf(regulation, model) };
    return outcome === 'new' ? { status: 201, body: shown, headers: { location: shown.self } } : { status: 200, body: shown };
  }

  async function find(request: ApiRequest) {
    const wanted = request.event.queryStringParameters?.['version'];
    if (wanted !== undefined && !/^[1-9]\d{0,8}$/.test(wanted)) throw badRequest('INVALID_QUERY', 'version must be a number from 1');
    const id = idOf(request);
    const regulation = await (wanted === undefined ? publisher.latest(id) : regulations.version(id, Number(wanted)));
    if (regulation) return regulation;
    throw wanted !== undefined && (await publisher.latest(id)) ? noVersion(wanted) : notFound('regulation');
  }

  const get = async (request: ApiRequest): Promise<ApiResponse> => ({ status: 200, body: presentRegulation(await find(request)) });
  const matrix = async (request: ApiRequest): Promise<ApiResponse> =>
    matrixIn(request.mediaType, await find(request), languageOf(request.event));
  const diagram = async (request: ApiRequest): Promise<ApiResponse> =>
    diagramIn(request.mediaType, await find(request), languageOf(request.event));

  async function migrate(request: ApiRequest): Promise<ApiResponse> {
    const { version } = migrationBody.parse(request.body);
    const policyNumber = idFromPath(request.event.pathParameters?.['policyNumber']);
    const head = await migratePolicy(changing, { policyNumber, version, by: request.by });
    return { status: 200, body: presentPolicy(head, clock.now()) };
  }

  return apiFunction(
    'regulations',
    {
      migratePolicy: { handle: migrate, takesJson: true },
      putRegulation: { handle: put, takesJson: true },
      getRegulation: { handle: get },
      getMatrix: { handle: matrix, answers: MATRIX_TYPES },
      getDiagram: { handle: diagram, answers: DIAGRAM_TYPES },
    },
    log,
  );
}

const noVersion = (wanted: string) =>
  new HttpProblem({ status: 404, code: 'NOT_FOUND', title: 'Not found', detail: `there is no version ${wanted} of this regulation` });

export const handler = createHandler();
