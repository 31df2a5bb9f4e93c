import { conflict } from './schedules.ts';

const REMEMBERED = 10_000;

export interface TokenCall {
  /** Of what: the method and the path. */
  readonly operation: string;
  readonly token: string | undefined;
  readonly parameters: string;
}

/**
 * Makes a repeated call answer as it did the first time: the SDK sends the same ClientToken when it retries a call whose
 * answer was lost. The same token for something else is a conflict. Remembered in memory only, the latest ones.
 */
export const rememberTokens = () => {
  const answers = new Map<string, { readonly parameters: string; readonly answer: unknown }>();
  return ({ operation, token, parameters }: TokenCall, perform: () => unknown): unknown => {
    if (token === undefined) return perform();
    const key = `${operation} ${token}`;
    const earlier = answers.get(key);
    if (earlier !== undefined && earlier.parameters !== parameters) throw conflict('The client token was used with other parameters.');
    if (earlier !== undefined) return earlier.answer;
    const answer = perform();
    answers.set(key, { parameters, answer });
    const [oldest] = answers.keys();
    if (answers.size > REMEMBERED && oldest !== undefined) answers.delete(oldest);
    return answer;
  };
};
