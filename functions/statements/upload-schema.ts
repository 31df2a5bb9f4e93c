import * as z from 'zod';
import { STATEMENT_MEDIA_TYPES } from './statement-body.ts';

/** Body of POST /statements/uploads. */
export const uploadBody = z
  .strictObject({
    contentType: z
      .enum(STATEMENT_MEDIA_TYPES, { error: `must be one of ${STATEMENT_MEDIA_TYPES.join(', ')}` })
      .default('application/octet-stream'),
  })
  .meta({ id: 'NewUpload' });
