import * as z from 'zod';
import { by, date, id, instant, self } from './parts.ts';

const counts = {
  format: z.string(),
  entries: z.int(),
  applied: z.int(),
  suspense: z.int(),
  duplicates: z.int(),
  reversed: z.int(),
  ignored: z.int(),
  rejected: z.array(z.object({ entry: z.int(), detail: z.string() })),
  rejectedTotal: z.int().optional().meta({ description: 'Where more were rejected than are listed' }),
  reconciledThrough: date.nullable(),
};

export const statement = z.object({ self, statementId: id, ...counts }).meta({ id: 'Statement' });

export const statementImports = z
  .object({ self, statementId: id, imports: z.array(z.object({ at: instant, by, ...counts })) })
  .meta({ id: 'StatementImports' });

export const uploadPlace = z
  .object({
    self,
    uploadId: id,
    method: z.literal('PUT'),
    url: z.string(),
    headers: z.record(z.string(), z.string()),
    expiresInSeconds: z.int(),
  })
  .meta({ id: 'UploadPlace' });

export const upload = z
  .object({
    self,
    uploadId: id,
    status: z.enum(['waiting', 'importing', 'done', 'stopped', 'refused']),
    by,
    createdAt: instant,
    entriesDone: z.int().optional(),
    stoppedAtEntry: z.int().optional(),
    statement: statement.optional(),
    code: z.string().optional(),
    detail: z.string().optional(),
    entriesRead: z.int().optional(),
  })
  .meta({ id: 'Upload' });
