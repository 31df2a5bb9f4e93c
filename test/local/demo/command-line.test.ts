import { expect, test } from 'vitest';
import { parseCommandLine } from '../../../infra/local/demo/command-line.ts';

const defaults = { seed: 1, port: 3100, mailPort: 8105, days: 365, exit: false };

test.each([
  [[], defaults],
  [['--seed', '7', '--exit'], { ...defaults, seed: 7, exit: true }],
  [['--port', '0', '--mail-port=0', '--days', '60'], { ...defaults, port: 0, mailPort: 0, days: 60 }],
])('%o', (args, options) => {
  expect(parseCommandLine(args)).toEqual({ kind: 'run', options });
});

test.each([
  [['--sede', '1'], "Unknown option '--sede'"],
  [['--seed', 'x'], '--seed takes a whole number'],
  [['--seed', '-1'], "Option '--seed' argument is ambiguous"],
  [['--days', '0'], '--days takes a whole number from 1'],
  [['--port', '65536'], '--port takes a whole number from 0 to 65535'],
  [['--mail-port'], 'argument missing'],
  [['now'], "Unexpected argument 'now'"],
])('%o is wrong, said in one line', (args, text) => {
  const commandLine = parseCommandLine(args);
  expect(commandLine).toMatchObject({ kind: 'wrong', problem: expect.stringContaining(text) });
  expect(JSON.stringify(commandLine)).not.toContain('\\n');
});
