import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tableDefinitions } from './contract.ts';
import { anyOperation, type Operation } from './random-operations.ts';
import { type Running, type SubjectName, subjects } from './subjects.ts';

const suite = 'random';
const space = { table: `${suite}-pairs` };

/** The answer without what is of the wire alone; a refusal by its name, its old items and its reasons, whose wording is free. */
const answerOf = async (client: DynamoDBDocumentClient, operation: Operation, prefix: string): Promise<object> => {
  try {
    const answer = await operation.in({ ...space, prefix })(client);
    return Object.fromEntries(Object.entries(answer).filter(([name, value]) => name !== '$metadata' && value !== undefined));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const { Item, CancellationReasons } = error as { Item?: unknown; CancellationReasons?: readonly { Code?: string; Item?: unknown }[] };
    return { refused: error.name, Item, reasons: CancellationReasons?.map((reason) => ({ Code: reason.Code, Item: reason.Item })) };
  }
};

const [memory, ...others] = subjects;

/**
 * Amazon's own emulator says other units than AWS documents, and refuses a transaction whose update does not suit the item as a
 * whole (capacity.test.ts, transactions.test.ts): there, units and the form of a refusal are not compared. Nor is the order of an
 * index's entries that have the same keys: AWS promises none, and a page ends where it ends.
 */
const comparable = (answer: object, { text }: Operation, name: SubjectName): object => {
  if (name !== 'amazonLocal') return answer;
  if ('refused' in answer) return { refused: true };
  if (text.includes('"index":') && 'Count' in answer) return { count: answer.Count };
  return Object.fromEntries(Object.entries(answer).filter(([field]) => field !== 'ConsumedCapacity'));
};

for (const other of others) {
  describe.skipIf(other.missing !== undefined)(
    `random operations, memory and ${other.name}${other.missing ? ` (${other.missing})` : ''}`,
    () => {
      const running: Running[] = [];
      beforeAll(async () => {
        for (const subject of [memory, other]) if (subject !== undefined) running.push(await subject.start(tableDefinitions(suite)));
      });
      afterAll(async () => {
        for (const each of running) await each.stop();
      });

      it('any sequence of requests gets the same answers', async () => {
        let run = 0;
        await fc.assert(
          fc.asyncProperty(fc.array(anyOperation, { minLength: 5, maxLength: 30 }), async (operations) => {
            const prefix = `r${run++}-`;
            const done: string[] = [];
            for (const operation of operations) {
              done.push(operation.text);
              const [expected, actual] = await Promise.all(
                running.map(async ({ client }) => comparable(await answerOf(client, operation, prefix), operation, other.name)),
              );
              expect(actual, done.join('\n')).toEqual(expected);
            }
          }),
          { numRuns: 100, endOnFailure: false },
        );
      });
    },
  );
}
