/** What a function would be if it did nothing but its one transaction: the same SDK client, a bare handler. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';

const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));

export const handler = (event: { readonly items: ConstructorParameters<typeof TransactWriteCommand>[0]['TransactItems'] }) =>
  client.send(new TransactWriteCommand({ TransactItems: event.items }));
