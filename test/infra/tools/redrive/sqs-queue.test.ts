import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, expect, test } from 'vitest';
import { sqsQueue } from '../../../../infra/tools/redrive/sqs-queue.ts';
import { FIRING } from './letters.ts';

/** Answers as SQS does, in its JSON protocol, and keeps what it was asked. */
const asked: [string, Record<string, unknown>][] = [];
const QueueUrl = 'https://sqs.eu-central-1.amazonaws.com/111122223333/premium-control-prod-checkpoint-firings';
const ANSWERS: Readonly<Record<string, object>> = {
  GetQueueUrl: { QueueUrl },
  ReceiveMessage: {
    Messages: [
      {
        MessageId: '1',
        ReceiptHandle: 'AQEB1',
        Body: FIRING.body,
        MD5OfBody: createHash('md5').update(FIRING.body).digest('hex'),
        MessageAttributes: Object.fromEntries(
          Object.entries(FIRING.attributes).map(([name, StringValue]) => [name, { StringValue, DataType: 'String' }]),
        ),
      },
    ],
  },
};

const server = createServer(async (request, response) => {
  const chunks = await request.toArray();
  const action = String(request.headers['x-amz-target']).split('.')[1] ?? '';
  asked.push([action, JSON.parse(Buffer.concat(chunks).toString())]);
  response.setHeader('content-type', 'application/x-amz-json-1.0').end(JSON.stringify(ANSWERS[action] ?? {}));
});
await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
const { port } = server.address() as AddressInfo;
const sqs = new SQSClient({
  region: 'eu-central-1',
  endpoint: `http://127.0.0.1:${port}`,
  useQueueUrlAsEndpoint: false,
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
});
afterAll(() => {
  sqs.destroy();
  server.close();
});

test('letters come with what the Scheduler says of them, hidden longer than any function runs; they go, or come back at once', async () => {
  const queue = await sqsQueue(sqs, 'premium-control-prod-checkpoint-firings');
  const [letter] = await queue.receive(7);
  expect(letter).toEqual({ ...FIRING, receiptHandle: 'AQEB1' });
  if (!letter) throw new Error('no letter');
  await queue.remove(letter);
  await queue.release(letter);
  expect(asked).toEqual([
    ['GetQueueUrl', { QueueName: 'premium-control-prod-checkpoint-firings' }],
    [
      'ReceiveMessage',
      expect.objectContaining({ QueueUrl, MaxNumberOfMessages: 7, VisibilityTimeout: 960, MessageAttributeNames: ['All'] }),
    ],
    ['DeleteMessage', { QueueUrl, ReceiptHandle: 'AQEB1' }],
    ['ChangeMessageVisibility', { QueueUrl, ReceiptHandle: 'AQEB1', VisibilityTimeout: 0 }],
  ]);
});
