import { expect, test } from 'vitest';
import { parseCommandLine } from '../../infra/local/command-line.ts';

const defaults = { port: 3000, mailPort: 8005, dataDir: '.local', nowMs: null };

test.each([
  [[], defaults],
  [['--port', '0', '--mail-port=8100'], { ...defaults, port: 0, mailPort: 8100 }],
  [['--data-dir', '/tmp/x', '--now', '2026-11-22T08:00:00Z'], { ...defaults, dataDir: '/tmp/x', nowMs: Date.UTC(2026, 10, 22, 8) }],
  [['--ephemeral'], { ...defaults, dataDir: null }],
])('%o', (args, options) => {
  expect(parseCommandLine(args)).toEqual({ kind: 'start', options });
});

test.each([
  [['--prot', '3000'], 'Unknown option'],
  [['--port', 'http'], '--port takes a number'],
  [['--port', '70000'], '--port takes a number'],
  [['--port'], 'argument missing'],
  [['--now', 'tomorrow'], '--now takes an instant'],
  [['--now', '2026-11-22'], '--now takes an instant'],
  [['--ephemeral', '--data-dir', 'x'], '--ephemeral keeps nothing'],
  [['--data-dir', ''], '--data-dir takes a folder'],
  [['extra'], 'Unexpected argument'],
])('%o is wrong, said in one line', (args, text) => {
  const commandLine = parseCommandLine(args);
  expect(commandLine).toMatchObject({ kind: 'wrong', problem: expect.stringContaining(text) });
  expect(JSON.stringify(commandLine)).not.toContain('\\n');
});
