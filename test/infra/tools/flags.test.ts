import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import * as z from 'zod';

const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')));

const COMMANDS = ['audit', 'simulate', 'bench', 'mutate', 'scale', 'redrive', 'smoke', 'import', 'demo', 'start'] as const;

const run = (name: (typeof COMMANDS)[number], flag: string) =>
  promisify(execFile)(process.execPath, [...(scripts[name] ?? '').split(' ').slice(1), flag]).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (failed: { code: number; stdout: string; stderr: string }) => failed,
  );

test.concurrent.each(COMMANDS)('npm run %s tells its usage, and does nothing with a flag that it does not know', async (name) => {
  expect(await run(name, '--help')).toMatchObject({ code: 0, stdout: expect.stringMatching(new RegExp(`npm (run )?${name}`)), stderr: '' });
  expect(await run(name, '--dataDir')).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringMatching(/^Unknown option '--dataDir'(?!.*\bat )/s),
  });
});
