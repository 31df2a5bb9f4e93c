import { lateWork } from '../../shared/adapters/dynamodb/late-work.ts';
import { invokeLater } from '../../shared/adapters/lambda/invoker.ts';
import { lambdaClient } from '../../shared/adapters/lambda/lambda-client.ts';
import type { Intent } from '../../shared/ports/outbox.ts';
import type { Deps } from '../../shared/usecases/drive-late-work.ts';
import { dynamoDb } from './dynamodb.ts';
import { environment } from './environment.ts';
import { type Outside, system } from './system.ts';

export function watchdogRuntime(outside?: Outside): Deps {
  const { clock, aws } = system(outside);
  const { tables, checkpoints, sendNoticeArn, relayIntentsArn, reclassifyArn } = environment();
  const lambda = lambdaClient(aws);
  const runCheckpoint: Deps['runCheckpoint'] = ({ policyNumber, clientId }) =>
    invokeLater(lambda, checkpoints.functionArn, { policyNumber, clientId });

  async function driveIntents(kind: Intent['kind'], intents: readonly Intent[]): Promise<void> {
    switch (kind) {
      case 'notice':
        return invokeLater(lambda, sendNoticeArn, { intents });
      case 'event':
        return invokeLater(lambda, relayIntentsArn, { intents });
      case 'reclassify':
        return invokeLater(lambda, reclassifyArn, { intents });
      case 'wake':
        for (const { policyNumber, clientId, bucket, intent } of intents) {
          await invokeLater(lambda, checkpoints.functionArn, { policyNumber, clientId, wake: { bucket, intent } });
        }
    }
  }

  return { late: lateWork(dynamoDb(aws), tables), clock, runCheckpoint, driveIntents };
}
