import { parseArgs } from 'node:util';
import { firstSentence } from '../../tools/flags.ts';

export interface DemoOptions {
  readonly seed: number;
  readonly port: number;
  readonly mailPort: number;
  readonly days: number;
  readonly exit: boolean;
}

export type CommandLine =
  | { readonly kind: 'run'; readonly options: DemoOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly problem: string };

export const USAGE = `npm run demo -- [--seed 1] [--port 3100] [--mail-port 8105] [--days 365] [--exit]

  --seed        another story; the same seed tells the same one
  --port        of the HTTP API
  --mail-port   of the mailbox
  --days        how long the story is
  --exit        end when it is told, instead of staying up until Ctrl-C`;

const FLAGS = {
  seed: { type: 'string', default: '1' },
  port: { type: 'string', default: '3100' },
  'mail-port': { type: 'string', default: '8105' },
  days: { type: 'string', default: '365' },
  exit: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

export const parseCommandLine = (args: readonly string[]): CommandLine => {
  try {
    const { values } = parseArgs({ args: [...args], options: FLAGS, strict: true });
    if (values.help) return { kind: 'help' };
    const options = {
      seed: wholeNumber(values.seed, { flag: '--seed', least: 0, most: 999_999_999 }),
      port: wholeNumber(values.port, { flag: '--port', least: 0, most: 65_535 }),
      mailPort: wholeNumber(values['mail-port'], { flag: '--mail-port', least: 0, most: 65_535 }),
      days: wholeNumber(values.days, { flag: '--days', least: 1, most: 730 }),
      exit: values.exit,
    };
    return { kind: 'run', options };
  } catch (error) {
    if (error instanceof TypeError) return { kind: 'wrong', problem: firstSentence(error.message) };
    throw error;
  }
};

interface Bounds {
  readonly flag: string;
  readonly least: number;
  readonly most: number;
}

const wholeNumber = (text: string, { flag, least, most }: Bounds): number => {
  const number = Number(text);
  if (!/^\d{1,9}$/.test(text) || number < least || number > most)
    throw new TypeError(`${flag} takes a whole number from ${least} to ${most}, not "${text}"`);
  return number;
};
