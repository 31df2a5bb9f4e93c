import { policyStore } from '../../shared/adapters/dynamodb/policy-store.ts';
import type { ChangeDeps } from '../../shared/usecases/change-policy.ts';
import { checkpointRuntime } from './checkpoints.ts';
import { dynamoDb } from './dynamodb.ts';
import { environment } from './environment.ts';
import { type Outside, system } from './system.ts';

/** What a change of a policy needs: all that its control needs, since control decides on the change in the same transaction. */
export function changeRuntime(outside?: Outside): ChangeDeps {
  const { pace, aws } = system(outside);
  return { ...checkpointRuntime(outside), policies: policyStore(dynamoDb(aws), environment().tables, pace), pace };
}
