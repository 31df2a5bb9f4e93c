import { linkKey } from '../../shared/adapters/dynamodb/link-key.ts';
import { taskLinks } from '../../shared/adapters/links/task-links.ts';
import type { TaskLinks } from '../../shared/ports/task-links.ts';
import { dynamoDb } from './dynamodb.ts';
import { environment } from './environment.ts';
import type { System } from './system.ts';

const TASK_LINKS = 'task-links';

/** Signed by send-notice, checked by tasks, both with the key of the stage. */
export function linksToTasks({ aws }: Pick<System, 'aws'>): TaskLinks {
  const { publicUrl, tables } = environment();
  return taskLinks({ publicUrl, key: () => linkKey(dynamoDb(aws), tables.LinkKeys, TASK_LINKS) });
}
