import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { expect, test } from 'vitest';
import { MUTANTS } from './all-mutants.ts';
import { mutateSource } from './mutate-source.ts';

/** The table of the mutation gate fits the sources as they are; `npm run mutate` shows that each entry is noticed. */
const fromRoot = (path: string): URL => new URL(`../../${path}`, import.meta.url);
const sourceOf = (file: string): string => readFileSync(fromRoot(file), 'utf8');

test('every entry has an id of its own', () => {
  const ids = MUTANTS.map(({ id }) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

test.each(MUTANTS.map((mutant) => [mutant.id, mutant] as const))(
  '%s: its guard is in the source once, and without it the file loads',
  (_, mutant) => {
    const mutated = mutateSource(sourceOf(mutant.file), mutant);
    expect(() => stripTypeScriptTypes(mutated)).not.toThrow();
  },
);

test('killers are test files', () => {
  const files = new Set(MUTANTS.flatMap(({ killedBy }) => (killedBy === 'simulation' ? [] : killedBy)));
  expect([...files].filter((file) => !existsSync(fromRoot(file)))).toEqual([]);
});

test('ten real bugs are for the simulation to find by itself', () => {
  const smoke = MUTANTS.filter((mutant) => mutant.smoke);
  expect(smoke.length).toBeGreaterThanOrEqual(10);
  expect(smoke.filter(({ killedBy }) => killedBy !== 'simulation')).toEqual([]);
});

test('every condition of a write is in the table', () => {
  const adapters = 'shared/adapters/dynamodb';
  const missing = readdirSync(fromRoot(adapters)).flatMap((name) => conditionsMissing(`${adapters}/${name}`));
  expect(missing).toEqual([]);
});

/** Lines with a condition that no entry takes out. */
function conditionsMissing(file: string): readonly string[] {
  const source = sourceOf(file);
  const spans = MUTANTS.filter((mutant) => mutant.file === file).map(({ find }) => {
    const from = source.indexOf(find);
    return { from, to: from + find.length };
  });
  return [...source.matchAll(/(?<!Key)ConditionExpression:/g)]
    .filter(({ index }) => !spans.some(({ from, to }) => from <= index && index < to))
    .map(({ index }) => `${file}:${source.slice(0, index).split('\n').length}`);
}
