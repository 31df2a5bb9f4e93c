import type { Operation } from '../../routes.ts';
import { STATEMENT_MEDIA_TYPES } from '../../statements/statement-body.ts';
import { uploadBody } from '../../statements/upload-schema.ts';
import type { Description } from '../description.ts';
import { statement, statementImports, upload, uploadPlace } from '../responses/statement.ts';

export const STATEMENTS = {
  importStatement: {
    summary: 'Import a bank file: booked credits become payments, returns of known payments reverse them; safe to repeat',
    files: STATEMENT_MEDIA_TYPES,
    answers: { 201: { description: 'Imported; what became of its entries', json: statement } },
    problems: {
      413: 'Larger than 6 MB: POST /statements/uploads',
      422: 'The file can not be read whole; nothing was changed',
      503: 'IMPORT_STOPPED half-way: safe to send again',
    },
  },
  getStatement: { summary: 'The imports of a bank file', answers: { 200: { description: 'The imports', json: statementImports } } },
  startUpload: {
    summary: 'A place for a bank file of any size: PUT it to `url` with the `headers`, and it is imported',
    body: { schema: uploadBody, example: { contentType: 'application/xml' } },
    answers: { 201: { description: 'PUT the file to `url`', json: uploadPlace } },
  },
  getUpload: { summary: 'How far the import of an uploaded file is', answers: { 200: { description: 'The upload', json: upload } } },
} satisfies Partial<Record<Operation, Description>>;
