export type ServiceErrorCode =
  | 'ValidationException'
  | 'ConditionalCheckFailedException'
  | 'ResourceNotFoundException'
  | 'TransactionCanceledException'
  | 'IdempotentParameterMismatchException'
  | 'UnknownOperationException';

/** A refusal as the service words it. `details` are the further members of the error document (`Item`, `CancellationReasons`). */
export class ServiceError extends Error {
  readonly code: ServiceErrorCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ServiceErrorCode, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.name = code;
    this.code = code;
    this.details = details;
  }
}

export const invalid = (message: string): ServiceError => new ServiceError('ValidationException', message);

export const invalidParameter = (message: string): ServiceError => invalid(`One or more parameter values were invalid: ${message}`);

/** What this simulation does not model is refused aloud, so that no test believes in an answer that was never computed. */
export class NotSimulated extends Error {
  constructor(what: string) {
    super(`the in-memory DynamoDB does not simulate ${what}`);
    this.name = 'NotSimulated';
  }
}
