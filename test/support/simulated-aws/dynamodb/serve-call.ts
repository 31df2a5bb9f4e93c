import { jsonAnswer } from '../wire/answers.ts';
import type { AwsCall, WireAnswer } from '../wire/aws-call.ts';
import type { MemoryDatabase } from './memory-database.ts';

/** DynamoDB behind the common wire. */
export function serveFrom(
  database: MemoryDatabase,
  { operation, input }: Extract<AwsCall, { service: 'dynamodb' | 'events' }>,
): WireAnswer {
  const { status, body } = database.handle(operation, input);
  return jsonAnswer(body, status);
}
