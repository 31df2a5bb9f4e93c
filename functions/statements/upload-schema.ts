import * as z from 'zod/mini';
import { STATEMENT_MEDIA_TYPES } from './statement-body.ts';

/** Body of POST /statements/uploads. */
export const uploadBody = z
  .strictObject({
    contentType: z._default(
      z.enum(STATEMENT_MEDIA_TYPES, { error: `must be one of ${STATEMENT_MEDIA_TYPES.join(', ')}` }),
      'application/octet-stream',
    ),
  })
  .check(z.meta({ id: 'NewUpload' }));
