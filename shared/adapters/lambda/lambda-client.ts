import { LambdaClient } from '@aws-sdk/client-lambda';

export const lambdaClient = (): LambdaClient => new LambdaClient({});
