import { expect, test } from 'vitest';
import { apiFunction } from '../../../functions/http/api-function.ts';
import type { ApiEvent } from '../../../functions/http/api-request.ts';

/** POST /payments with an operation of the test's own behind it. */
async function post(body: string, handle: () => never) {
  const lines: unknown[] = [];
  const log = { info: () => undefined, warn: (message: string, facts?: object) => void lines.push([message, facts]) };
  const handler = apiFunction('payments', { recordPayment: { handle, takesJson: true } }, log);
  const event = {
    version: '2.0',
    rawPath: '/payments',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    requestContext: { http: { method: 'POST', path: '/payments' }, authorizer: { jwt: { claims: { scope: 'payments:write' } } } },
    body,
  } as unknown as ApiEvent;
  const answer = await handler(event, {} as Parameters<typeof handler>[1]);
  return { status: answer.statusCode, body: String(answer.body), lines };
}

const fails = (): never => {
  throw new Error('connection to 10.1.2.3 refused');
};

test('a fault of ours shows nothing of its inside, and is logged', async () => {
  const { status, body, lines } = await post('{}', fails);
  expect([status, JSON.parse(body).code]).toEqual([500, 'INTERNAL_ERROR']);
  expect(body).not.toContain('10.1.2.3');
  expect(lines).toEqual([['a request failed', { error: expect.objectContaining({ message: 'connection to 10.1.2.3 refused' }) }]]);
});

test.each([
  [1_000_000, 500],
  [1_000_001, 413],
])('a body of %i characters is answered %i', async (length, status) => {
  expect((await post(JSON.stringify('x'.repeat(length - 2)), fails)).status).toBe(status);
});
