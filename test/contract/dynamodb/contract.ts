import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, it } from 'vitest';
import type { TableDefinition } from '../../support/simulated-aws/dynamodb/table-definition.ts';
import { type Running, type SubjectName, subjects } from './subjects.ts';

/** Where an emulator answers otherwise than AWS documents, and why we know: the case must fail there, so that a fix is noticed. */
export type Deviations = { readonly [name in SubjectName]?: string };

export type Bench = {
  readonly tables: { readonly plain: string; readonly pairs: string; readonly numbers: string };
  db(): DynamoDBDocumentClient;
  running(): Running;
  check(name: string, body: () => Promise<void>, deviations?: Deviations): void;
};

/** The same cases against every subject, but those excepted for a reason. The tables are those of the suite alone: suites run at the same time. */
export const contract = (suite: string, cases: (bench: Bench) => void, except: Deviations = {}): void => {
  for (const subject of subjects) {
    const missing = subject.missing ?? except[subject.name];
    describe.skipIf(missing !== undefined)(`${suite}, ${subject.name}${missing ? ` (${missing})` : ''}`, () => {
      let running: Running | undefined;
      beforeAll(async () => {
        running = await subject.start(tableDefinitions(suite));
      });
      afterAll(() => running?.stop());
      const started = (): Running => {
        if (running === undefined) throw new Error(`${subject.name} was not started`);
        return running;
      };
      cases({
        tables: { plain: `${suite}-plain`, pairs: `${suite}-pairs`, numbers: `${suite}-numbers` },
        db: () => started().client,
        running: started,
        check: (name, body, deviations = {}) => {
          const deviation = deviations[subject.name];
          if (deviation === undefined) it(name, body);
          else it.fails(`${name} [known deviation: ${deviation}]`, body);
        },
      });
    });
  }
};

/** One table with a partition key only; one with a sort key, a stream and three kinds of index; one sorted by number. */
export const tableDefinitions = (suite: string): readonly TableDefinition[] => [
  { name: `${suite}-plain`, partitionKey: 'pk', indexes: [] },
  {
    name: `${suite}-pairs`,
    partitionKey: 'pk',
    sortKey: 'sk',
    numberKeys: ['ranking'],
    stream: true,
    indexes: [
      { name: 'byTeam', partitionKey: 'team', sortKey: 'ranking', projection: 'ALL' },
      { name: 'keysOnly', partitionKey: 'team', projection: 'KEYS_ONLY' },
      { name: 'included', partitionKey: 'team', sortKey: 'sk', projection: ['a', 'b'] },
    ],
  },
  { name: `${suite}-numbers`, partitionKey: 'pk', sortKey: 'seq', numberKeys: ['seq'], indexes: [] },
];

let keys = 0;

/** A key that no other case of the suite uses. */
export const freshKey = (): string => `key-${++keys}`;

/** What a refused call was refused with; a call that went through is no refusal. */
export const refusalOf = async (call: Promise<unknown>): Promise<string> => {
  try {
    await call;
  } catch (error) {
    if (error instanceof Error) return error.name;
    throw error;
  }
  return 'not refused';
};
