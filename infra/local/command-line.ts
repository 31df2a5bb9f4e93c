import { parseArgs } from 'node:util';
import { firstSentence } from '../tools/flags.ts';
import type { LocalCloudOptions } from './cloud.ts';
import { parseInstant } from './local-api/clock-request.ts';

export type CommandLine =
  | { readonly kind: 'start'; readonly options: LocalCloudOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly problem: string };

export const USAGE = `npm start -- [--port 3000] [--mail-port 8005] [--data-dir .local | --ephemeral] [--now 2026-11-22T08:00:00Z]

  --port        of the HTTP API
  --mail-port   of the mailbox
  --data-dir    where everything is kept between runs
  --ephemeral   keep nothing
  --now         where the clock starts, unless a kept clock is later

AWS_ENDPOINT_URL_DYNAMODB names a DynamoDB endpoint to use instead of the emulator that comes along.`;

const FLAGS = {
  port: { type: 'string', default: '3000' },
  'mail-port': { type: 'string', default: '8005' },
  'data-dir': { type: 'string' },
  ephemeral: { type: 'boolean', default: false },
  now: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const DATA_FOLDER = '.local';

export const parseCommandLine = (args: readonly string[]): CommandLine => {
  try {
    const { values } = parseArgs({ args: [...args], options: FLAGS, strict: true });
    if (values.help) return { kind: 'help' };
    if (values.ephemeral && values['data-dir'] !== undefined) throw new TypeError('--ephemeral keeps nothing: leave --data-dir out');
    return {
      kind: 'start',
      options: {
        port: parsePort(values.port, '--port'),
        mailPort: parsePort(values['mail-port'], '--mail-port'),
        dataDir: values.ephemeral ? null : parseFolder(values['data-dir'] ?? DATA_FOLDER),
        nowMs: values.now === undefined ? null : parseNow(values.now),
      },
    };
  } catch (error) {
    if (error instanceof TypeError) return { kind: 'wrong', problem: firstSentence(error.message) };
    throw error;
  }
};

const parsePort = (text: string, flag: string): number => {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535)
    throw new TypeError(`${flag} takes a number from 0 (any free port) to 65535, not "${text}"`);
  return port;
};

const parseFolder = (text: string): string => {
  if (text === '') throw new TypeError('--data-dir takes a folder');
  return text;
};

const parseNow = (text: string): number => {
  const instant = parseInstant(text);
  if (instant === null) throw new TypeError(`--now takes an instant such as 2026-11-22T08:00:00Z, not "${text}"`);
  return instant;
};
