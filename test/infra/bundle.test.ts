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

test('payments loads the client that invokes functions only when a suspended policy is paid', () => {
  const [payments] = DECLARED_FUNCTIONS.filter(({ name }) => name === 'payments').map(metafileOf);
  expect(payments && shipped(payments).some((path) => path.startsWith('@aws-sdk/client-lambda/'))).toBe(true);
  expect(payments && loadedAtStart(payments).filter((path) => path.startsWith('@aws-sdk/client-lambda/'))).toEqual([]);
});
