import { createHash } from 'node:crypto';
import { entryRegistry } from '../../shared/adapters/dynamodb/entry-registry.ts';
import { policyNumberIndex } from '../../shared/adapters/dynamodb/policy-number-index.ts';
import { statementStore } from '../../shared/adapters/dynamodb/statement-store.ts';
import { uploadStore } from '../../shared/adapters/dynamodb/upload-store.ts';
import type { StatementErrorCode } from '../../shared/bank-formats/statement-error.ts';
import type { ByteDigest } from '../../shared/ports/byte-digest.ts';
import type { UploadedFiles } from '../../shared/ports/upload-store.ts';
import type { ImportState } from '../../shared/usecases/import-statement.ts';
import { dynamoDb } from './dynamodb.ts';
import { environment } from './environment.ts';
import { invoker } from './invoker.ts';
import { ledgerRuntime } from './ledger.ts';
import { paymentRuntime } from './payments.ts';
import { type Outside, system } from './system.ts';

/** What importing statements needs. S3's client is loaded only for uploads: it would cost every cold start. */
export function statementRuntime(outside?: Outside) {
  const { pace, aws } = system(outside);
  const { tables, uploadsBucket } = environment();
  const money = ledgerRuntime(outside);
  return {
    ...paymentRuntime(outside),
    ids: money.ids,
    money,
    payments: money.payments,
    policyNumbers: policyNumberIndex(dynamoDb(aws), tables.Policies, pace),
    entries: entryRegistry(dynamoDb(aws), tables.Statements, pace),
    statements: statementStore(dynamoDb(aws), tables.Statements),
    uploads: uploadStore<ImportState, StatementErrorCode>(dynamoDb(aws), tables.Statements),
    files: async (): Promise<UploadedFiles> => {
      const [{ s3Client }, { uploadedFiles }] = await Promise.all([
        import('../../shared/adapters/s3/s3-client.ts'),
        import('../../shared/adapters/s3/uploaded-files.ts'),
      ]);
      return uploadedFiles(s3Client(aws), uploadsBucket);
    },
    newDigest,
  };
}

/** The same, and to go on in another invocation. */
export function uploadRuntime(outside?: Outside) {
  const { aws } = system(outside);
  const { importStatementArn } = environment();
  const lambda = invoker(aws);
  return {
    ...statementRuntime(outside),
    goOn: (uploadId: string): Promise<void> => lambda.later(importStatementArn, { uploadId }),
  };
}

const DIGEST_CHARACTERS = 32; // 192 bits

function newDigest(): ByteDigest {
  const hash = createHash('sha256');
  return { add: (bytes) => hash.update(bytes), text: () => hash.digest('base64url').slice(0, DIGEST_CHARACTERS) };
}
