import { StatementError, type StatementErrorCode } from '../bank-formats/statement-error.ts';
import type { UploadedFiles, UploadStore } from '../ports/upload-store.ts';
import { ImportStopped } from './import-block.ts';
import { beginImport, continueImport, type Deps as ImportDeps, type ImportState, type Source } from './import-statement.ts';

export interface Deps extends ImportDeps {
  readonly uploads: Pick<UploadStore<ImportState, StatementErrorCode>, 'read' | 'progress'>;
  readonly files: Pick<UploadedFiles, 'open'>;
  /** Whether there is time for another block. */
  readonly hasTime: () => boolean;
}

/** 'ended': done, refused, or nobody's upload; 'unfinished': call again, it goes on where it was. */
export type UploadRun = 'ended' | 'unfinished';

/**
 * Imports an uploaded file as far as time allows. What it has done is written down after every block, so that another run goes on there:
 * after a time-out, a crash, or a failure of the store, which is told with the entry at which it stopped.
 * @throws ImportStopped: try again
 */
export async function importUpload(deps: Deps, uploadId: string): Promise<UploadRun> {
  const upload = await deps.uploads.read(uploadId);
  if (!upload || upload.progress.status === 'done' || upload.progress.status === 'refused') return 'ended'; // events come more than once
  const source: Source = { open: () => deps.files.open(uploadId), contentType: upload.contentType, by: upload.by };
  const begun = 'state' in upload.progress ? upload.progress.state : await begin(deps, uploadId, source);
  return begun ? proceed(deps, { uploadId, source, begun }) : 'ended';
}

async function begin(deps: Deps, uploadId: string, source: Source): Promise<ImportState | undefined> {
  try {
    return await beginImport(deps, source);
  } catch (error) {
    if (!(error instanceof StatementError)) throw error;
    const { code, detail, entriesRead } = error;
    await deps.uploads.progress(uploadId, { status: 'refused', code, detail, entriesRead });
    return undefined;
  }
}

interface Job {
  readonly uploadId: string;
  readonly source: Source;
  readonly begun: ImportState;
}

async function proceed(deps: Deps, { uploadId, source, begun }: Job): Promise<UploadRun> {
  let state = begun;
  try {
    for await (state of continueImport(deps, source, begun)) {
      const goesOn = await deps.uploads.progress(uploadId, { status: state.phase === 'done' ? 'done' : 'importing', state });
      if (!goesOn) return 'ended'; // another run was faster, and has said how it ended
      if (state.phase !== 'done' && !deps.hasTime()) return 'unfinished';
    }
    return 'ended';
  } catch (error) {
    if (error instanceof ImportStopped) await deps.uploads.progress(uploadId, { status: 'stopped', state, entry: error.entry });
    throw error;
  }
}
