import type { AwsConnection } from '../../../../shared/adapters/aws-connection.ts';
import type { AwsCall, WireAnswer } from './aws-call.ts';
import { readCall, type WireRequest } from './read-call.ts';

/** Answers a call; it throws as a broken connection does, and never settles for a caller that is dead. */
export type Serve = (call: AwsCall) => Promise<WireAnswer>;

/**
 * The real SDK clients, with their marshalling, errors and retries, over a wire that ends in this process. Nobody checks
 * signatures, so none are made.
 */
export const connectionTo = (serve: Serve): AwsConnection => ({
  endpoint: 'http://aws.simulated',
  region: 'eu-central-1',
  credentials: { accessKeyId: 'simulated', secretAccessKey: 'simulated' },
  ...SAID_AT_ONCE,
  signer: { sign: async <T>(request: T): Promise<T> => request },
  requestHandler: {
    metadata: { handlerProtocol: 'http/1.1' },
    handle: async (request: WireRequest) => {
      const { statusCode, headers, body } = await serve(readCall(request));
      return { response: { statusCode, headers, body: encoder.encode(body) } };
    },
    destroy: () => undefined,
    updateHttpClientConfig: () => undefined,
    httpHandlerConfigs: () => ({}),
  },
});

/** What each client would else look up in files and in the environment. */
const SAID_AT_ONCE = { defaultsMode: 'standard', retryMode: 'standard', useDualstackEndpoint: false, useFipsEndpoint: false } as const;

const encoder = new TextEncoder();

/** A connection that broke, as Node's HTTP client tells it: nobody knows whether the call arrived. */
export const brokenConnection = (): Error => Object.assign(new Error('socket hang up'), { name: 'TimeoutError', code: 'ECONNRESET' });
