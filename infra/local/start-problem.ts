/** Why the local cloud can't start, in one line that says what to do. main.ts prints the message and no stack. */
export class StartProblem extends Error {
  override readonly name = 'StartProblem';
}
