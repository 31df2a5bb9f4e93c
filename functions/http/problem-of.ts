import { $ZodError, type $ZodIssue } from 'zod/v4/core';
import { Refusal, type RefusalCode } from '../../shared/domain/refusal.ts';
import { type FieldError, HttpProblem, type Problem } from './problem.ts';

/** The one place that maps refusals to HTTP. */
const STATUS: Readonly<Record<RefusalCode, { readonly status: number; readonly title: string }>> = {
  UNKNOWN_REGULATION: { status: 400, title: 'The request is not valid' },
  UNKNOWN_CLIENT: { status: 400, title: 'The request is not valid' },
  UNKNOWN_ROLE: { status: 400, title: 'The request is not valid' },
  PARTICIPANT_MISSING: { status: 400, title: 'The request is not valid' },
  POLICY_NUMBER_REUSED: { status: 409, title: 'The id is taken' },
  PAYMENT_ID_REUSED: { status: 409, title: 'The id is taken' },
  ALREADY_REVERSED: { status: 409, title: 'Already done' },
  NOT_IN_SUSPENSE: { status: 409, title: 'Not possible in this state' },
  NO_SUCH_TARGET: { status: 409, title: 'Not possible in this state' },
  SUM_NOT_PAYMENT: { status: 400, title: 'The request is not valid' },
  NOT_ENOUGH_EXCESS: { status: 409, title: 'Not possible in this state' },
  OTHER_CLIENT: { status: 409, title: 'Not possible in this state' },
  TRANSFER_ID_REUSED: { status: 409, title: 'The id is taken' },
  DISBURSEMENT_ID_REUSED: { status: 409, title: 'The id is taken' },
  INVALID_CURSOR: { status: 400, title: 'The request is not valid' },
  POLICY_CLOSED: { status: 409, title: 'The policy is closed' },
  RELIEF_ID_REUSED: { status: 409, title: 'The id is taken' },
  INSTALLMENT_UNKNOWN: { status: 400, title: 'The request is not valid' },
  INSTALLMENT_PAID: { status: 409, title: 'Nothing to relieve' },
  NOTHING_OWED: { status: 409, title: 'Nothing to relieve' },
  DATE_NOT_LATER: { status: 400, title: 'The request is not valid' },
  DATE_MISSING: { status: 400, title: 'The request is not valid' },
  DATE_NOT_TAKEN: { status: 400, title: 'The request is not valid' },
  CURRENCY_MISMATCH: { status: 400, title: 'The request is not valid' },
  AMOUNT_TOO_LARGE: { status: 400, title: 'The request is not valid' },
  SUM_NOT_OUTSTANDING: { status: 400, title: 'The request is not valid' },
  DATES_NOT_ASCENDING: { status: 400, title: 'The request is not valid' },
  TOO_MANY_INSTALLMENTS: { status: 400, title: 'The request is not valid' },
  OUTCOME_NOT_OFFERED: { status: 400, title: 'The request is not valid' },
  TASK_DONE: { status: 409, title: 'The task has a result' },
  TASK_CLOSED: { status: 409, title: 'The task is closed' },
  NOT_THE_APPROVER: { status: 403, title: 'Forbidden' },
  NO_APPROVER: { status: 409, title: 'Nobody can approve it' },
  NO_LOWERING_PENDING: { status: 409, title: 'Nothing to decide' },
  INDICATOR_UNREADABLE: { status: 400, title: 'The request is not valid' },
  NOT_FOUND: { status: 404, title: 'Not found' },
};

/** The problem an error stands for; undefined for a fault of ours, whose inside is nobody's business. */
export function problemOf(error: unknown): Problem | undefined {
  if (error instanceof HttpProblem) return error.problem;
  if (error instanceof Refusal) return ofRefusal(error);
  if (error instanceof $ZodError) return ofFields(error.issues.flatMap(fieldErrors));
  return ofMiddleware(error);
}

function ofRefusal({ code, message, pointer }: Refusal): Problem {
  return { ...STATUS[code], code, detail: message, ...(pointer ? { errors: [{ pointer, detail: message }] } : {}) };
}

function ofFields(errors: readonly FieldError[]): Problem {
  const first = errors[0];
  const detail = first ? `${first.pointer || 'the body'}: ${first.detail}` : 'see errors';
  return { status: 400, code: 'INVALID_REQUEST', title: 'The request is not valid', detail, errors };
}

/** zod names the object that has an unknown field; the caller wants the field. */
function fieldErrors(issue: $ZodIssue): readonly FieldError[] {
  const pointer = pointerOf(issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      pointer: `${pointer}${pointerOf([key])}`,
      detail: 'unknown field: check the spelling, or leave it out',
    }));
  }
  return [{ pointer, detail: issue.message }];
}

const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

const TITLES: Readonly<Record<number, { readonly code: string; readonly title: string; readonly detail: string }>> = {
  406: { code: 'NOT_ACCEPTABLE', title: 'Not acceptable', detail: 'none of the media types in Accept is available here' },
  415: { code: 'UNSUPPORTED_MEDIA_TYPE', title: 'Unsupported media type', detail: 'send the body with Content-Type: application/json' },
  422: { code: 'MALFORMED_JSON', title: 'The request is not valid', detail: 'the body is not valid JSON' },
};

/** Errors of middy's middlewares carry a statusCode. A body that is no JSON is a 400 here. */
function ofMiddleware(error: unknown): Problem | undefined {
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 0;
  const known = TITLES[status];
  return known && { ...known, status: status === 422 ? 400 : status };
}
