/** An error that an AWS endpoint answers by design: the client's SDK makes the exception of this name of it. */
export class AwsError extends Error {
  override readonly name: string;
  readonly status: number;

  constructor(name: string, status: number, message: string) {
    super(message);
    this.name = name;
    this.status = status;
  }
}

export const validationError = (message: string): AwsError => new AwsError('ValidationException', 400, message);
