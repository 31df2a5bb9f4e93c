import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LocalFunction } from '../application.ts';
import { UPLOADS_BUCKET } from '../arns.ts';
import type { CleanUp } from '../clean-up.ts';
import type { AsyncInvocations } from '../lambda/async-invocations.ts';
import type { DataFolder } from '../state/data-folder.ts';
import { objectStore } from './object-store.ts';

export interface UploadsDeps {
  readonly folder: DataFolder;
  readonly declarations: Readonly<Record<string, LocalFunction>>;
  readonly invocations: Pick<AsyncInvocations, 'accept'>;
}

/** The bucket of uploads, kept where all else is kept; a file that came wakes the functions declared for it, as EventBridge does. */
export function uploads({ folder, declarations, invocations }: UploadsDeps, started: CleanUp) {
  const woken = Object.entries(declarations).filter(([, { trigger }]) => trigger.kind === 'upload');
  return objectStore({
    bucket: UPLOADS_BUCKET,
    folder: folder.file('uploads') ?? temporaryFolder(started),
    onCreated: (key) => {
      const event = { source: 'aws.s3', 'detail-type': 'Object Created', detail: { bucket: { name: UPLOADS_BUCKET }, object: { key } } };
      for (const [name] of woken) invocations.accept(name, JSON.stringify(event), 'upload');
    },
  });
}

function temporaryFolder(started: CleanUp): string {
  const folder = mkdtempSync(join(tmpdir(), 'premium-control-uploads-'));
  started.add(async () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
