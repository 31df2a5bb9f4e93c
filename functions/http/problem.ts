/** RFC 9457 problem details: what went wrong, in which field, and the cure. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly errors?: readonly FieldError[];
  readonly headers?: Readonly<Record<string, string>>;
}

export interface FieldError {
  /** JSON pointer (RFC 6901) into the body. */
  readonly pointer: string;
  readonly detail: string;
}

export class HttpProblem extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.name = 'HttpProblem';
    this.problem = problem;
  }
}

export const badRequest = (code: string, detail: string, errors?: readonly FieldError[]): HttpProblem =>
  new HttpProblem({ status: 400, code, title: 'The request is not valid', detail, ...(errors ? { errors } : {}) });

export const notFound = (what: string): HttpProblem =>
  new HttpProblem({ status: 404, code: 'NOT_FOUND', title: 'Not found', detail: `there is no ${what} with this id` });

export function problemResponse({ status, code, title, detail, errors, headers }: Problem) {
  const type = `urn:premium-control:problem:${code.toLowerCase().replaceAll('_', '-')}`;
  return {
    statusCode: status,
    headers: { 'content-type': 'application/problem+json', ...headers },
    body: JSON.stringify({ type, title, status, detail, code, ...(errors ? { errors } : {}) }),
  };
}
