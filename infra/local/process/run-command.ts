import { StartProblem } from '../start-problem.ts';

/** Runs a command that stays up with the local cloud. What kept it from starting is one line and exit code 1; anything else is a fault of ours, with its stack. */
export function runCommand(main: () => Promise<void>): void {
  // A handler's stray rejection would end its own Lambda, not the cloud.
  process.on('unhandledRejection', (reason) => console.error('unhandled rejection in a handler:', reason));
  main().catch((error: unknown) => {
    if (error instanceof StartProblem) return exit(1, error.message);
    console.error(error);
    process.exit(1);
  });
}

/** Ends the process, with a line of why where there is one to say. */
export const exit = (code: number, line?: string): never => {
  if (line !== undefined) console.error(line);
  process.exit(code);
};
