import type { LocalCloud } from '../cloud.ts';
import { exit, runCommand } from '../process/run-command.ts';
import { toldToEnd } from '../process/told-to-end.ts';
import { type DemoOptions, parseCommandLine, USAGE } from './command-line.ts';
import { COMPANIES } from './portfolio/companies.ts';
import { progressLine } from './report/progress-line.ts';
import { whereToLook } from './report/where-to-look.ts';
import { startStoryCloud } from './story-cloud.ts';
import { tellStory } from './tell-story.ts';

/**
 * `npm run demo`: a year of an insurer's portfolio, then the local cloud with all of it until Ctrl-C. Exit codes: 0 told and
 * stopped, 1 could not start or the books don't agree, 2 wrong flags.
 */
const main = async (): Promise<void> => {
  const commandLine = parseCommandLine(process.argv.slice(2));
  switch (commandLine.kind) {
    case 'help':
      return console.log(USAGE);
    case 'wrong':
      return exit(2, `${commandLine.problem}. See npm run demo -- --help.`);
    case 'run':
      return run(commandLine.options);
  }
};

const run = async (options: DemoOptions): Promise<never> => {
  const { port, mailPort } = options;
  const cloud = await startStoryCloud({ port, mailPort });
  const ended = await untilEnd(cloud, options);
  await cloud.stop();
  return typeof ended === 'string' ? exit(0) : exit(1, ended.problem);
};

/** When it is stopped in the middle, it ends between two requests: none is torn. */
const untilEnd = async (cloud: LocalCloud, options: DemoOptions): Promise<Ended> => {
  const stopped = untilStopped(cloud);
  const over = new AbortController();
  const telling = tell(cloud, options, over.signal).catch((error: unknown) => ({ problem: `The story broke off: ${error}` }));
  const first = await Promise.race([stopped, telling]);
  over.abort();
  await telling;
  return first === 'told' && !options.exit ? stopped : first;
};

type Ended = 'told' | 'signal' | { readonly problem: string };

const untilStopped = (cloud: LocalCloud): Promise<Ended> =>
  Promise.race([toldToEnd().then(() => 'signal' as const), cloud.died.then((problem) => ({ problem }))]);

const tell = async (cloud: LocalCloud, { seed, days, exit }: DemoOptions, over: AbortSignal): Promise<Ended> => {
  const startedMs = Date.now();
  const progress = progressLine(process.stdout);
  const told = await tellStory(cloud, { seed, days, clients: COMPANIES.length, over, onDay: progress.say });
  progress.end();
  const seconds = Math.round((Date.now() - startedMs) / 1000);
  console.log(`${days} days of ${COMPANIES.length} clients, seed ${seed}, told in ${seconds} s\n\n${told.tables}`);
  const [fault, ...more] = told.faults;
  if (fault !== undefined) return { problem: `The books don't agree: ${fault}${more.length === 0 ? '' : `; and ${more.length} more`}.` };
  console.log(`The books agree to the cent.\n\n${whereToLook(cloud, told.worthALook)}`);
  if (!exit) console.log('\nAll of it stays up until Ctrl-C.');
  return 'told';
};

runCommand(main);
