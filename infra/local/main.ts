import { startLocalCloud } from './cloud.ts';
import { parseCommandLine, USAGE } from './command-line.ts';
import { exit, runCommand } from './process/run-command.ts';
import { toldToEnd } from './process/told-to-end.ts';
import { startupTable } from './startup-table.ts';

/**
 * `npm start`: the local cloud until Ctrl-C. Exit codes: 0 stopped, 1 could not start or the database ended, 2 wrong flags.
 */
const main = async (): Promise<void> => {
  const commandLine = parseCommandLine(process.argv.slice(2));
  switch (commandLine.kind) {
    case 'help':
      return console.log(USAGE);
    case 'wrong':
      return exit(2, `${commandLine.problem}. See npm start -- --help.`);
    case 'start': {
      const told = toldToEnd(); // also while it still starts
      const cloud = await startLocalCloud(commandLine.options);
      console.log(startupTable(cloud, commandLine.options.dataDir));
      const reason = await Promise.race([told, cloud.died]);
      await cloud.stop();
      return reason === undefined ? exit(0) : exit(1, reason);
    }
  }
};

runCommand(main);
