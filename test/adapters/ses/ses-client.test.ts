import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SendRawEmailCommand } from '@aws-sdk/client-ses';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sesClient } from '../../../shared/adapters/ses/ses-client.ts';

/** An SES that hears and never answers. */
let deaf: Server;
let heard = 0;

beforeEach(async () => {
  heard = 0;
  deaf = createServer(() => {
    heard += 1;
  }).listen(0, '127.0.0.1');
  await once(deaf, 'listening');
});
afterEach(() => {
  vi.useRealTimers();
  deaf.closeAllConnections();
  deaf.close();
});

test('an SES that does not answer is given up after 15 seconds, and not asked again', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const client = sesClient({
    endpoint: `http://127.0.0.1:${(deaf.address() as AddressInfo).port}`,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const sent = client.send(new SendRawEmailCommand({ RawMessage: { Data: new Uint8Array([1]) } })).then(
    () => 'accepted',
    (error: Error) => error.name,
  );
  await once(deaf, 'request');
  await vi.advanceTimersByTimeAsync(15_000);
  const waiting = new Promise((resolve) => setImmediate(resolve, 'still waiting'));
  expect([await Promise.race([sent, waiting]), heard]).toEqual(['TimeoutError', 1]);
});
