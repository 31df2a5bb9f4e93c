import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';

export type ApiEvent = APIGatewayProxyEventV2WithJWTAuthorizer;

/** What an operation gets: parsed as far as every operation needs it. */
export interface ApiRequest {
  readonly event: ApiEvent;
  /** Parsed JSON, not yet checked; undefined for operations without a body. */
  readonly body: unknown;
  /** The token's subject: who says it. */
  readonly by: string;
  /** The media type chosen by Accept. */
  readonly mediaType: string;
}

export interface ApiResponse {
  readonly status: number;
  /** Written as JSON, unless `text` is given. */
  readonly body?: unknown;
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface ApiOperation {
  readonly handle: (request: ApiRequest) => Promise<ApiResponse>;
  /** Does it take a JSON body? */
  readonly takesJson?: boolean;
  /** Media types of a body that it reads as it was sent: a file. */
  readonly takes?: readonly string[];
  /** Media types it can answer, the default first. */
  readonly answers?: readonly string[];
}

export const claimsOf = (event: ApiEvent): Readonly<Record<string, unknown>> => event.requestContext.authorizer?.jwt?.claims ?? {};
