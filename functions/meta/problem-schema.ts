import * as z from 'zod';
import type { RefusalCode } from '../../shared/domain/refusal.ts';

/** Codes beside those of the domain's refusals; the first three are also answered by the gateway itself. */
type OwnCode =
  | 'UNAUTHORIZED'
  | 'MALFORMED_PATH'
  | 'TOO_LARGE'
  | 'INVALID_REQUEST'
  | 'INVALID_QUERY'
  | 'INVALID_REGULATION'
  | 'INVALID_MODEL'
  | 'MALFORMED_ID'
  | 'MALFORMED_JSON'
  | 'SCOPE_MISSING'
  | 'NO_SUCH_ROUTE'
  | 'METHOD_NOT_ALLOWED'
  | 'NOT_ACCEPTABLE'
  | 'CONTENT_TOO_LARGE'
  | 'UNSUPPORTED_MEDIA_TYPE'
  | 'STATEMENT_EMPTY'
  | 'STATEMENT_UNSUPPORTED_FORMAT'
  | 'STATEMENT_ENCODING'
  | 'STATEMENT_MALFORMED'
  | 'STATEMENT_TRUNCATED'
  | 'STATEMENT_DOCTYPE'
  | 'STATEMENT_TOO_DEEP'
  | 'STATEMENT_TOO_LARGE'
  | 'IMPORT_STOPPED'
  | 'TIMED_OUT'
  | 'INTERNAL_ERROR';

/** Code → when it is answered. A code that the domain gets compiles only with its line here. */
const CODES: Readonly<Record<OwnCode | RefusalCode, string>> = {
  UNAUTHORIZED: 'no token, or a bad one',
  MALFORMED_PATH: 'the path has a broken percent-encoding',
  TOO_LARGE: 'the body is larger than the gateway takes',
  INVALID_REQUEST: 'the body: `errors` points at each fault',
  INVALID_QUERY: 'a query parameter',
  INVALID_REGULATION: 'the regulation: `errors` points at all faults at once',
  INVALID_MODEL: 'the model: `errors` points at all faults at once',
  MALFORMED_ID: 'the id in the path',
  MALFORMED_JSON: 'the body is no JSON',
  SCOPE_MISSING: 'the token lacks the scope of the operation',
  NO_SUCH_ROUTE: 'nothing is at this path',
  METHOD_NOT_ALLOWED: '`Allow` names those that are',
  NOT_ACCEPTABLE: 'none of the media types in Accept',
  CONTENT_TOO_LARGE: 'JSON of more than a million characters',
  UNSUPPORTED_MEDIA_TYPE: 'of the body',
  STATEMENT_EMPTY: 'the file is empty',
  STATEMENT_UNSUPPORTED_FORMAT: 'none of camt, MT940/942, CSV',
  STATEMENT_ENCODING: 'the file is not in its encoding',
  STATEMENT_MALFORMED: 'the file breaks its format',
  STATEMENT_TRUNCATED: 'the file ends before its end',
  STATEMENT_DOCTYPE: 'the file has a document type, which is refused',
  STATEMENT_TOO_DEEP: 'the file is nested too deep',
  STATEMENT_TOO_LARGE: 'a part of the file is too large',
  IMPORT_STOPPED: 'the import stopped half-way; send the file again',
  TIMED_OUT: 'no answer in time; whether it was done is unknown: repeat the request',
  INTERNAL_ERROR: 'our fault; safe to try again',
  UNKNOWN_REGULATION: 'no regulation, or no version of it, has this id',
  UNKNOWN_CLIENT: 'no client has this id',
  UNKNOWN_ROLE: 'the regulation has no such role',
  PARTICIPANT_MISSING: 'a role of the regulation has neither a participant nor a default',
  POLICY_NUMBER_REUSED: 'the policy exists with other content',
  PAYMENT_ID_REUSED: 'the payment exists with other content',
  INVALID_CURSOR: 'the cursor is of another list',
  ALREADY_REVERSED: 'the payment is reversed with another reason or day',
  NOT_IN_SUSPENSE: 'the money is not in suspense',
  NO_SUCH_TARGET: 'the money can not go to this policy or installment',
  SUM_NOT_PAYMENT: 'the parts do not add up to the payment',
  NOT_ENOUGH_EXCESS: 'the excess credit of the policy is less',
  OTHER_CLIENT: 'the policies are of two clients',
  TRANSFER_ID_REUSED: 'the policy has a transfer with this id and other content',
  DISBURSEMENT_ID_REUSED: 'the policy has a disbursement with this id and other content',
  POLICY_CLOSED: 'the policy has ended',
  RELIEF_ID_REUSED: 'the relief exists with other content',
  INSTALLMENT_UNKNOWN: 'the policy has no such installment',
  INSTALLMENT_PAID: 'the installment is covered',
  NOTHING_OWED: 'nothing is outstanding',
  DATE_NOT_LATER: 'the date must be later',
  DATE_MISSING: 'the outcome needs its date',
  DATE_NOT_TAKEN: 'the outcome takes no such date',
  CURRENCY_MISMATCH: 'not the currency of the policy',
  AMOUNT_TOO_LARGE: 'more than is outstanding',
  SUM_NOT_OUTSTANDING: 'the parts do not add up to what is outstanding',
  DATES_NOT_ASCENDING: 'the dates do not ascend',
  TOO_MANY_INSTALLMENTS: 'the policy would have more installments than it may',
  OUTCOME_NOT_OFFERED: 'the task has other outcomes',
  TASK_DONE: 'the task has another result',
  TASK_CLOSED: 'the task needs no result any more',
  NOT_THE_APPROVER: 'the token is not of the participant who approves',
  NO_APPROVER: 'nobody in the policy, or in an open policy of the client, has the role that approves',
  NO_LOWERING_PENDING: 'no lower class waits for a decision',
  INDICATOR_UNREADABLE: 'an indicator of a client that the significance model scores is a text or a flag',
  NOT_FOUND: 'there is nothing with this id',
};

const PROBLEM_EXAMPLE = {
  type: 'urn:premium-control:problem:invalid-request',
  title: 'The request is not valid',
  status: 400,
  detail: '/amuont: unknown field: check the spelling, or leave it out',
  code: 'INVALID_REQUEST',
  errors: [{ pointer: '/amuont', detail: 'unknown field: check the spelling, or leave it out' }],
};

export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int().min(400).max(599),
    detail: z.string().meta({ description: 'What is wrong, and its cure' }),
    code: z.enum(Object.keys(CODES)).meta({
      description: Object.entries(CODES)
        .map(([code, when]) => `- \`${code}\`: ${when}`)
        .join('\n'),
    }),
    errors: z
      .array(z.object({ pointer: z.string().meta({ description: 'JSON pointer (RFC 6901) into the body' }), detail: z.string() }))
      .optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457', examples: [PROBLEM_EXAMPLE] });
