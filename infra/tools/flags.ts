import { type ParseArgsConfig, parseArgs } from 'node:util';

/**
 * Reads what follows `npm run … --`. `--help` prints the usage and ends with 0; a flag that does not exist or lacks its value is named
 * beside the usage and ends with 2, before anything was done.
 */
export function readFlags<const T extends ParseArgsConfig>(usage: string, config: T): ReturnType<typeof parseArgs<T>> {
  if (process.argv.includes('--help') || process.argv.includes('-h')) {
    console.log(usage);
    process.exit(0);
  }
  try {
    return parseArgs(config);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return refuseFlags(usage, firstSentence(error.message));
  }
}

/** Says what is wrong with the flags and ends with 2. */
export function refuseFlags(usage: string, problem: string): never {
  console.error(`${problem}\n\n${usage}`);
  process.exit(2);
}

/** parseArgs adds advice about `--` that helps nobody here. */
export const firstSentence = (message: string): string => message.split(/\. |\n/, 1)[0] ?? message;
