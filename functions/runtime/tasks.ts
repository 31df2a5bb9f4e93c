import { policyHeads } from '../../shared/adapters/dynamodb/policy-heads.ts';
import { taskReader } from '../../shared/adapters/dynamodb/task-reader.ts';
import type { Deps as PageDeps } from '../../shared/usecases/read-task-page.ts';
import type { Deps as ReadDeps } from '../../shared/usecases/read-tasks.ts';
import type { Deps as ResultDeps } from '../../shared/usecases/record-task-result.ts';
import { changeRuntime } from './changes.ts';
import { dynamoDb } from './dynamodb.ts';
import { environment } from './environment.ts';
import { type Outside, system } from './system.ts';
import { linksToTasks } from './task-links.ts';

export function taskRuntime(outside?: Outside): ResultDeps & ReadDeps & PageDeps & { readonly insurerName: string } {
  const { pace, aws } = system(outside);
  const { tables, insurerName } = environment();
  return {
    ...changeRuntime(outside),
    tasks: taskReader(dynamoDb(aws), tables.Tasks),
    heads: policyHeads(dynamoDb(aws), { table: tables.Policies, pace }),
    links: linksToTasks({ aws }),
    insurerName,
  };
}
