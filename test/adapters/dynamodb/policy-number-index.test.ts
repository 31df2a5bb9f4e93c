import { expect, test } from 'vitest';
import { statementImports } from '../../support/statement-imports.ts';

test('policies are found by the key of their number from the moment they are open, all that share it', async () => {
  const { deps, open } = statementImports();
  await open('AB-12', 'A-B12', 'ДОГ/2026-№7');
  await open('AB-12'); // told again
  const keys = ['AB12', 'ДOГ20267', 'NONE', ...Array.from({ length: 450 }, (_, index) => `X${index}`)];
  expect(await deps.policyNumbers.find(keys)).toEqual(
    new Map([
      ['AB12', ['A-B12', 'AB-12']],
      ['ДOГ20267', ['ДОГ/2026-№7']],
    ]),
  );
});
