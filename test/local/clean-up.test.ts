import { expect, test } from 'vitest';
import { cleanUp } from '../../infra/local/clean-up.ts';

const stoppable = (name: string, stopped: string[]) => ({
  stop: async () => {
    stopped.push(name);
  },
});

test('stops in reverse, once', async () => {
  const stopped: string[] = [];
  const started = cleanUp();
  await started.own(Promise.resolve(stoppable('first', stopped)));
  started.add(async () => void stopped.push('second'));
  await Promise.all([started.run(), started.run()]);
  expect(stopped).toEqual(['second', 'first']);
});

test('what is still starting when another start fails is awaited, then stopped', async () => {
  const stopped: string[] = [];
  const started = cleanUp();
  const slow = started.own(new Promise<ReturnType<typeof stoppable>>((resolve) => setTimeout(resolve, 20, stoppable('slow', stopped))));
  const failing = started.own(Promise.reject<ReturnType<typeof stoppable>>(new Error('port in use')));
  await expect(Promise.all([slow, failing])).rejects.toThrow('port in use');
  await started.run();
  expect(stopped).toEqual(['slow']);
});
