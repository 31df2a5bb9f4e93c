import * as z from 'zod/mini';

/** Body of POST /policies/{policyNumber}/migration. */
export const migrationBody = z
  .strictObject({ version: z.int({ error: 'must be a version number' }).check(z.minimum(1), z.maximum(1_000_000)) })
  .check(z.meta({ id: 'Migration' }));
