/** A call as a service sees it, once the wire format is read. */
export type AwsCall =
  | { readonly service: 'dynamodb' | 'events'; readonly operation: string; readonly input: object }
  | { readonly service: 'scheduler'; readonly operation: string; readonly name: string; readonly input: object }
  | { readonly service: 'lambda'; readonly operation: InvocationType; readonly functionName: string; readonly payload: string }
  | { readonly service: 'ses'; readonly operation: string; readonly form: ReadonlyMap<string, string> };

export type InvocationType = 'Event' | 'RequestResponse';

/** What goes back over the wire. */
export interface WireAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** One word for a call, to count and to trace it by: `dynamodb:TransactWriteItems`. */
export const nameOf = ({ service, operation }: AwsCall): string => `${service}:${operation}`;
