import { expect, test } from 'vitest';
import { bundleFunctions } from '../../infra/bundle.ts';
import type { Capability } from '../../infra/declaration/functions.ts';
import { DECLARED_FUNCTIONS, type DeclaredFunction } from '../../infra/declared-functions.ts';
import { loadedAtStart, shipped } from './support/shipped.ts';

const bundles = await bundleFunctions();

const uses =
  (capability: Capability) =>
  ({ declaration }: DeclaredFunction) =>
    declaration.uses?.includes(capability) ?? false;
const invokes = ({ declaration }: DeclaredFunction) => declaration.invokes !== undefined;

/** Libraries that only some need, and that would cost every other's cold start. */
const NEEDED_BY: Readonly<Record<string, (fn: DeclaredFunction) => boolean>> = {
  '@aws-sdk/client-ses/': uses('mail'),
  'nodemailer/': uses('mail'),
  'intl-messageformat/': uses('mail'),
  '@aws-sdk/client-scheduler/': uses('schedule'),
  '@aws-sdk/client-eventbridge/': uses('events'),
  '@aws-sdk/client-lambda/': (fn) => invokes(fn) || uses('schedule')(fn), // a time that has passed is invoked, not scheduled
};

const metafileOf = ({ name }: DeclaredFunction) => {
  const metafile = bundles.get(name);
  if (!metafile) throw new Error(`${name} was not bundled`);
  return metafile;
};

test.each(DECLARED_FUNCTIONS)('$name ships no library that it does not use', (fn) => {
  const needless = Object.keys(NEEDED_BY).filter((library) => !NEEDED_BY[library]?.(fn));
  expect(shipped(metafileOf(fn)).filter((path) => needless.some((library) => path.startsWith(library)))).toEqual([]);
});

test.each(DECLARED_FUNCTIONS)('$name ships nothing that is made for development or for other languages', (fn) => {
  const strange = /^(aws-cdk|constructs|vitest|fast-check|date-holidays|test|infra)\/|^zod\/.*\/locales\/(?!en\b)/;
  expect(shipped(metafileOf(fn)).filter((path) => strange.test(path))).toEqual([]);
});

test.each(DECLARED_FUNCTIONS)('$name imports node:http nowhere as an ES module, which would load undici', (fn) => {
  const imports = Object.values(metafileOf(fn).outputs).flatMap((output) => output.imports);
  expect(imports.filter(({ path, kind }) => path === 'node:http' && kind === 'import-statement')).toEqual([]);
});

/** What some requests need, and no start. */
test.each([
  ['payments', '@aws-sdk/client-lambda/', 'a suspended policy is paid'],
  ['policies', '@aws-sdk/client-lambda/', 'a checkpoint is late already'],
  ['relief', '@aws-sdk/client-lambda/', 'a checkpoint is late already'],
  ['run-checkpoint', '@aws-sdk/client-lambda/', 'the next checkpoint is late, too'],
  ['significance', '@aws-sdk/client-lambda/', 'a reassessment is asked for'],
  ['audit', '@aws-sdk/client-lambda/', 'it goes on in another invocation'],
  ['regulations', 'bpmn-moddle/', 'a diagram is asked for'],
])('%s loads %s only when %s', (name, library) => {
  const [metafile] = DECLARED_FUNCTIONS.filter((fn) => fn.name === name).map(metafileOf);
  expect(metafile && shipped(metafile).some((path) => path.startsWith(library))).toBe(true);
  expect(metafile && loadedAtStart(metafile).filter((path) => path.startsWith(library))).toEqual([]);
});

test.each(DECLARED_FUNCTIONS.filter(({ name }) => name !== 'meta'))(
  '$name checks with zod/mini: the methods of the other are not in it',
  (fn) => {
    expect(shipped(metafileOf(fn)).filter((path) => path.startsWith('zod/v4/classic/'))).toEqual([]);
  },
);
