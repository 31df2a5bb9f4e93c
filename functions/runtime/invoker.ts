import type { AwsConnection } from '../../shared/adapters/aws-connection.ts';

export interface Invoker {
  /** Waits for the run. false: a fault inside it. */
  now(functionArn: string, payload: object): Promise<boolean>;
  later(functionArn: string, payload: object): Promise<void>;
}

/** For functions that seldom invoke another: Lambda's client is loaded when they do, and doesn't cost every cold start. */
export function invoker(aws: AwsConnection | undefined): Invoker {
  const load = async () => {
    const [{ invokeLater, invokeNow }, { lambdaClient }] = await Promise.all([
      import('../../shared/adapters/lambda/invoker.ts'),
      import('../../shared/adapters/lambda/lambda-client.ts'),
    ]);
    return { invokeLater, invokeNow, client: lambdaClient(aws) };
  };
  let loaded: ReturnType<typeof load> | undefined;
  const loadOnce = () => {
    loaded ??= load();
    return loaded;
  };
  return {
    async now(functionArn, payload) {
      const { invokeNow, client } = await loadOnce();
      return invokeNow(client, functionArn, payload);
    },
    async later(functionArn, payload) {
      const { invokeLater, client } = await loadOnce();
      await invokeLater(client, functionArn, payload);
    },
  };
}
