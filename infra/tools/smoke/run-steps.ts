import { setTimeout as pause } from 'node:timers/promises';
import { differences } from './differences.ts';
import type { Step } from './steps.ts';

export interface Target {
  readonly url: string;
  readonly token: string;
}

export interface Result {
  readonly step: Step;
  readonly milliseconds: number;
  /** Empty: as expected. */
  readonly wrong: readonly string[];
}

/** Cold starts are long, but not as long as API Gateway's own patience of 30 s. */
const LONGEST_MS = 35_000;
const ATTEMPTS = 5;
const BETWEEN_MS = 1000;

/** One after the other, to the end whatever is wrong, so that what was made is cleaned up; but if the first gets no answer, nothing is there. */
export async function runSteps(target: Target, steps: readonly Step[]): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const step of steps) {
    const began = performance.now();
    const wrong = await patiently(target, step);
    results.push({ step, milliseconds: Math.round(performance.now() - began), wrong });
    if (results.length === 1 && wrong.length > 0) break;
  }
  return results;
}

async function patiently(target: Target, step: Step): Promise<readonly string[]> {
  let wrong = await differencesOf(target, step);
  for (let attempt = 1; step.mayBeBehind && wrong.length > 0 && attempt < ATTEMPTS; attempt++) {
    await pause(BETWEEN_MS);
    wrong = await differencesOf(target, step);
  }
  return wrong;
}

/** No answer is a result as well: fetch says why in the cause of its TypeError, a time-out in a DOMException. */
async function differencesOf({ url, token }: Target, { method, path, body, anonymous, expects }: Step): Promise<readonly string[]> {
  try {
    const response = await fetch(`${url.replace(/\/$/, '')}${path}`, {
      method,
      headers: {
        ...(anonymous ? {} : { authorization: `Bearer ${token}` }),
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
      signal: AbortSignal.timeout(LONGEST_MS),
    });
    const text = await response.text();
    if (response.status !== expects.status) return [`${response.status}: ${text.slice(0, 200)}`];
    return expects.body === undefined ? [] : differences(expects.body, text.startsWith('{') ? JSON.parse(text) : text);
  } catch (error) {
    if (error instanceof TypeError) return [error.cause instanceof Error ? error.cause.message : error.message];
    if (error instanceof DOMException) return [error.message];
    throw error;
  }
}
