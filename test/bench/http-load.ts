import http from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';
import { perSecond } from './bounded-loop.ts';

/** The load comes from a thread of its own, as a core insurance system would send it: keep-alive, many at once. */
interface Load {
  readonly url: string;
  readonly token: string;
  readonly prefix: string;
  readonly count: number;
  readonly concurrency: number;
  readonly policies: readonly string[];
}

const { url, token, prefix, count, concurrency, policies } = workerData as Load;
const agent = new http.Agent({ keepAlive: true, maxSockets: concurrency });
const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };

const post = (body: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const request = http.request(
      `${url}/payments`,
      { method: 'POST', agent, headers: { ...headers, 'content-length': Buffer.byteLength(body) } },
      (response) => {
        response.resume().on('end', () => resolve(response.statusCode ?? 0));
      },
    );
    request.on('error', reject).end(body);
  });

const rate = await perSecond(count, concurrency, async (index) => {
  const policyNumber = policies[index % policies.length];
  const payment = { paymentId: `${prefix}-${index}`, policyNumber, amount: { amount: '1.00', currency: 'UAH' }, receivedOn: '2026-11-22' };
  const status = await post(JSON.stringify(payment));
  if (status !== 201) throw new Error(`a payment was answered ${status}`);
});
agent.destroy();
parentPort?.postMessage(rate);
