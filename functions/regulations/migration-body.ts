import * as z from 'zod';

/** Body of POST /policies/{policyNumber}/migration. */
export const migrationBody = z
  .strictObject({ version: z.int({ error: 'must be a version number' }).min(1).max(1_000_000) })
  .meta({ id: 'Migration' });
