import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';

/** Hands work to a function and does not wait; Lambda queues it and retries twice. @throws when Lambda did not take it. */
export async function invokeLater(lambda: LambdaClient, functionArn: string, payload: object): Promise<void> {
  await lambda.send(new InvokeCommand({ FunctionName: functionArn, InvocationType: 'Event', Payload: JSON.stringify(payload) }));
}

/** Runs a function and waits. @throws when it could not be run; a fault inside it is an answer: false. */
export async function invokeNow(lambda: LambdaClient, functionArn: string, payload: object): Promise<boolean> {
  const answer = await lambda.send(
    new InvokeCommand({ FunctionName: functionArn, InvocationType: 'RequestResponse', Payload: JSON.stringify(payload) }),
  );
  return answer.FunctionError === undefined;
}

/** Runs a function and reads what it answers. @throws when it failed. */
export async function invokeForAnswer(lambda: LambdaClient, functionArn: string, payload: object): Promise<unknown> {
  const answer = await lambda.send(new InvokeCommand({ FunctionName: functionArn, Payload: JSON.stringify(payload) }));
  const text = answer.Payload?.transformToString() ?? 'null';
  if (answer.FunctionError) throw new Error(`${functionArn} failed: ${text}`);
  return JSON.parse(text);
}
