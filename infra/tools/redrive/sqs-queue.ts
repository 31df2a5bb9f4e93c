import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  GetQueueUrlCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import type { QueuedMessage } from './dead-letter.ts';
import type { DeadLetters } from './redrive.ts';

/** Longer than our longest function may run (15 minutes): nobody else takes a letter while it is being replayed. */
const HIDDEN_SECONDS = 960;

/** Asks all of SQS's servers, so that an empty answer means an empty queue. */
const WAIT_SECONDS = 2;

/** @throws QueueDoesNotExist */
export async function sqsQueue(sqs: SQSClient, queueName: string): Promise<DeadLetters> {
  const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: queueName }));
  return {
    receive: async (atMost) => {
      const { Messages = [] } = await sqs.send(
        new ReceiveMessageCommand({
          QueueUrl,
          MaxNumberOfMessages: atMost,
          VisibilityTimeout: HIDDEN_SECONDS,
          WaitTimeSeconds: WAIT_SECONDS,
          MessageAttributeNames: ['All'],
        }),
      );
      return Messages.map(readMessage);
    },
    remove: async ({ receiptHandle }) => {
      await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: receiptHandle }));
    },
    release: async ({ receiptHandle }) => {
      await sqs.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle: receiptHandle, VisibilityTimeout: 0 }));
    },
  };
}

function readMessage({ Body = '', ReceiptHandle = '', MessageAttributes = {} }: Message): QueuedMessage {
  const attributes = Object.entries(MessageAttributes).flatMap(([name, { StringValue }]) =>
    StringValue === undefined ? [] : [[name, StringValue] as const],
  );
  return { body: Body, receiptHandle: ReceiptHandle, attributes: Object.fromEntries(attributes) };
}
