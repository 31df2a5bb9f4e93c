import { expect, test } from 'vitest';
import { mutateSource } from './mutate-source.ts';
import { verdictOfSeeds, verdictOfTests } from './verdict.ts';

/** What counts as noticed: a test that ran and failed, a seed that broke an invariant. Nothing else does. */
const ran = (...statuses: readonly string[]) => ({
  success: !statuses.includes('failed'),
  numTotalTests: statuses.length,
  testResults: [{ status: 'passed', assertionResults: statuses.map((status, n) => ({ status, fullName: `test ${n}` })) }],
});
const unloaded = {
  success: false,
  numTotalTests: 0,
  testResults: [{ status: 'failed', message: 'SyntaxError: no\nat x', assertionResults: [] }],
};

test.each<[string, object, object]>([
  ['a test that failed', ran('passed', 'failed'), { verdict: 'killed', by: 'test 1' }],
  ['tests that are all green', ran('passed', 'passed'), { verdict: 'survived' }],
  ['a file that does not load', unloaded, { verdict: 'broken', why: 'no test ran' }],
  [
    'a file that does not load beside one that does',
    { ...unloaded, numTotalTests: 1, testResults: [...unloaded.testResults, ...ran('passed').testResults] },
    { verdict: 'broken', why: 'SyntaxError: no' },
  ],
  [
    'a hook that throws, so that its tests are skipped',
    { ...ran('skipped'), success: false },
    { verdict: 'broken', why: expect.any(String) },
  ],
  ['no test at all', ran(), { verdict: 'broken', why: 'no test ran' }],
])('%s', (_, report, expected) => {
  expect(verdictOfTests(report)).toEqual(expected);
});

test.each<[string, string, object]>([
  [
    'a seed that broke',
    'noise\n{"seeds":3,"found":{"seed":"smoke-3","invariant":8,"what":"twice"}}\n',
    { verdict: 'killed', by: 'seed 3, invariant 8: twice' },
  ],
  ['seeds that all held', '{"seeds":200}\n', { verdict: 'survived' }],
  ['a simulation that did not begin', 'SyntaxError: no\n  at x\nNode.js v24\n', { verdict: 'broken', why: 'SyntaxError: no' }],
])('%s', (_, output, expected) => {
  expect(verdictOfSeeds(output)).toEqual(expected);
});

test('an entry whose text is gone, or is there twice, is named', () => {
  const mutant = { id: 'some-guard', guards: '', file: 'x.ts', find: 'if (a)', replace: '', killedBy: 'simulation' } as const;
  expect(mutateSource('f(); if (a) g();', { ...mutant, replace: '$&' })).toBe('f(); $& g();');
  expect(() => mutateSource('f();', mutant)).toThrow('some-guard: what it removes is not in x.ts any more');
  expect(() => mutateSource('if (a) if (a)', mutant)).toThrow('some-guard: what it removes is in x.ts 2 times');
});
