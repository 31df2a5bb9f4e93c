/**
 * Bank statements. POST /statements, triggered by API Gateway: reads the file to its end, which changes nothing, then again to record
 * its entries; so a file that can't be read whole changes nothing. Larger files are uploaded: import-statement.handler.ts.
 * Benign races: the same or an overlapping file at once, payments of it told by others: each payment is recorded once, by its id.
 * 1. check the body  2. read it whole  3. entries → payments, reversals, counts  4. the day to which the bank is known  5. answer
 */
import { timestamp } from '../../shared/domain/zone.ts';
import { importStatement } from '../../shared/usecases/import-statement.ts';
import { apiFunction } from '../http/api-function.ts';
import type { ApiRequest, ApiResponse } from '../http/api-request.ts';
import { idFromPath } from '../http/path-id.ts';
import { notFound } from '../http/problem.ts';
import { log } from '../runtime/log.ts';
import { statementRuntime } from '../runtime/statements.ts';
import type { Outside } from '../runtime/system.ts';
import { presentImports, presentPlace, presentState, presentUpload } from './present-statement.ts';
import { STATEMENT_MEDIA_TYPES, statementBody } from './statement-body.ts';
import { asProblem } from './statement-problem.ts';
import { uploadBody } from './upload-schema.ts';

export function createHandler(outside?: Outside) {
  const deps = statementRuntime(outside);

  async function importOne({ event, by }: ApiRequest): Promise<ApiResponse> {
    const bytes = statementBody(event);
    const source = { open: () => inOneBlock(bytes), contentType: event.headers['content-type'] ?? '', by };
    try {
      const shown = presentState(await importStatement(deps, source));
      return { status: 201, body: shown, headers: { location: shown.self } };
    } catch (error) {
      throw asProblem(error);
    }
  }

  async function show({ event }: ApiRequest): Promise<ApiResponse> {
    const statementId = idFromPath(event.pathParameters?.['statementId']);
    const imports = await deps.statements.importsOf(statementId);
    if (imports.length === 0) throw notFound('statement');
    return { status: 200, body: presentImports(statementId, imports) };
  }

  async function startUpload({ body, by }: ApiRequest): Promise<ApiResponse> {
    const { contentType } = uploadBody.parse(body ?? {});
    const uploadId = deps.ids.next();
    const createdAt = timestamp(deps.clock.now());
    await deps.uploads.create({ uploadId, by, createdAt, contentType, progress: { status: 'waiting' } });
    const shown = presentPlace(uploadId, await (await deps.files()).placeFor(uploadId, contentType));
    return { status: 201, body: shown, headers: { location: shown.self } };
  }

  async function showUpload({ event }: ApiRequest): Promise<ApiResponse> {
    const upload = await deps.uploads.read(idFromPath(event.pathParameters?.['uploadId']));
    if (!upload) throw notFound('upload');
    return { status: 200, body: presentUpload(upload) };
  }

  return apiFunction(
    'statements',
    {
      importStatement: { handle: importOne, takes: STATEMENT_MEDIA_TYPES },
      getStatement: { handle: show },
      startUpload: { handle: startUpload, takesJson: true },
      getUpload: { handle: showUpload },
    },
    log,
  );
}

async function* inOneBlock(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

export const handler = createHandler();
