import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { auditRuntime } from '../../functions/runtime/audit.ts';
import { TABLES, tableVariable } from '../../shared/adapters/dynamodb/tables.ts';
import { AUDIT_BEGINS, type AuditState, auditPage } from '../../shared/usecases/audit-books.ts';
import { tableName } from '../local/arns.ts';
import { startReader } from '../local/dynamodb/emulator.ts';

/** Audits what a local cloud keeps: a second emulator reads the same database file, whether the cloud runs or not. */
export async function auditDataFolder(folder: string, progress: (state: AuditState) => void): Promise<AuditState> {
  const file = join(folder, 'dynamodb.sqlite');
  if (!existsSync(file)) {
    console.error(`There is no local cloud's database in ${folder}: start one with npm start, or name its folder with --data-dir.`);
    process.exit(2);
  }
  const database = await startReader(file);
  try {
    Object.assign(process.env, {
      AWS_ENDPOINT_URL_DYNAMODB: database.url,
      AWS_REGION: 'eu-central-1',
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      ...Object.fromEntries(TABLES.map(({ name }) => [tableVariable(name), tableName(name)])),
    });
    const deps = auditRuntime();
    let state = AUDIT_BEGINS;
    while (state.phase !== 'done') {
      state = await auditPage(deps, state);
      progress(state);
    }
    return state;
  } finally {
    await database.stop();
  }
}
