import type { Answer } from './memory-database.ts';

/** One call as it arrives at the service. */
export type Call = { readonly target: string; readonly input: object };

/** Answers a call. It may wait, refuse in the service's stead, or throw, as a broken connection does: that is how faults come in. */
export type AnswerCall = (call: Call) => Answer | Promise<Answer>;

type WireRequest = { readonly headers: Readonly<Record<string, string>>; readonly body?: unknown };

const encoder = new TextEncoder();

/**
 * The end of the wire: what the SDK would send over HTTP is decoded and answered here. Client, marshalling, error classes and retries
 * are the real ones. The body goes back as bytes, so that no stream and no timer takes part.
 */
export const requestHandler = (answer: AnswerCall) => ({
  metadata: { handlerProtocol: 'http/1.1' },
  handle: async (request: WireRequest) => {
    const { status, body } = await answer(decode(request));
    return {
      response: {
        statusCode: status,
        headers: { 'content-type': 'application/x-amz-json-1.0' },
        body: encoder.encode(JSON.stringify(body)),
      },
    };
  },
  destroy: () => undefined,
  updateHttpClientConfig: () => undefined,
  httpHandlerConfigs: () => ({}),
});

/** X-Amz-Target: DynamoDB_20120810.PutItem */
const decode = ({ headers, body }: WireRequest): Call => {
  const target = Object.entries(headers).find(([name]) => name.toLowerCase() === 'x-amz-target')?.[1] ?? '';
  const text = body instanceof Uint8Array ? new TextDecoder().decode(body) : String(body);
  return { target: target.slice(target.indexOf('.') + 1), input: JSON.parse(text) as object };
};
