import type { AwsConnection } from '../../../shared/adapters/aws-connection.ts';
import type { WireAnswer } from '../../support/simulated-aws/wire/aws-call.ts';
import { brokenConnection, connectionTo } from '../../support/simulated-aws/wire/connection.ts';
import { readCall, type WireRequest } from '../../support/simulated-aws/wire/read-call.ts';
import type { SimulatedCall } from './simulated-call.ts';

/** Answers a call; it throws as a broken connection does, and never settles for a caller that is dead. */
type Serve = (call: SimulatedCall) => Promise<WireAnswer>;

type AddressedRequest = WireRequest & { readonly hostname: string };

/** The wire that ends in this process, with S3 on it: whose calls go to hosts of their own, and whose answers are read piece by piece. */
export const connectionWithFiles = (serve: Serve): AwsConnection => ({
  ...connectionTo(serve),
  requestHandler: {
    metadata: { handlerProtocol: 'http/1.1' },
    handle: async (request: AddressedRequest) => {
      const isFile = request.hostname !== 'aws.simulated';
      const call: SimulatedCall = isFile ? { service: 's3', operation: 'GetObject', fileId: fileIdOf(request.path) } : readCall(request);
      const { statusCode, headers, body } = await serve(call);
      return { response: { statusCode, headers, body: isFile ? inPieces(body, Number(headers['content-length'])) : encoder.encode(body) } };
    },
    destroy: () => undefined,
    updateHttpClientConfig: () => undefined,
    httpHandlerConfigs: () => ({}),
  },
});

/** Of a path of S3, its host being the bucket's. */
export const fileIdOf = (path: string): string => decodeURIComponent(path.slice(1));

const encoder = new TextEncoder();
const PIECE_BYTES = 4096;

/** A body that is shorter than was promised ends as a connection does that breaks. */
function inPieces(body: string, promised: number): ReadableStream<Uint8Array> {
  const bytes = encoder.encode(body);
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at < bytes.length) controller.enqueue(bytes.subarray(at, at + PIECE_BYTES));
      else if (bytes.length < promised) controller.error(brokenConnection());
      else controller.close();
      at += PIECE_BYTES;
    },
  });
}
