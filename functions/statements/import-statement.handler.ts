/**
 * Imports an uploaded bank file of any size. Triggered by S3 through EventBridge, at least once, and by itself to go on. How far it is
 * stands with the upload after every block: a retry after a failure (Lambda makes two) goes on there, and what the failed one had
 * recorded beyond is found by its payment ids and counted as duplicates.
 * Benign race: two invocations for one upload; each payment is recorded once, and what the upload says is of whoever ends first.
 */
import type { Context } from 'aws-lambda';
import { importUpload } from '../../shared/usecases/import-upload.ts';
import { log } from '../runtime/log.ts';
import { uploadRuntime } from '../runtime/statements.ts';
import type { Outside } from '../runtime/system.ts';
import { uploadIdOf } from './upload-event.ts';

/** A block takes seconds at most; the next invocation is asked for before this one is ended. */
const STOP_BEFORE_MS = 20_000;

export function createHandler(outside?: Outside) {
  const deps = uploadRuntime(outside);
  return async (event: unknown, context: Pick<Context, 'getRemainingTimeInMillis'>): Promise<void> => {
    const uploadId = uploadIdOf(event);
    const hasTime = () => context.getRemainingTimeInMillis() > STOP_BEFORE_MS;
    const run = await importUpload({ ...deps, files: await deps.files(), hasTime }, uploadId);
    if (run === 'unfinished') await deps.goOn(uploadId);
    log.info('a bank file was imported', { uploadId, run });
  };
}

export const handler = createHandler();
