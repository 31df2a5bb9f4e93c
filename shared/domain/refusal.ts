/**
 * A refusal the business expects, named for the fact. `pointer` (JSON pointer, RFC 6901) names the field of the body where
 * there is one, `detail` says the cure. One file maps codes to HTTP.
 */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly pointer: string | undefined;

  constructor(code: RefusalCode, detail: string, pointer?: string) {
    super(detail);
    this.name = 'Refusal';
    this.code = code;
    this.pointer = pointer;
  }
}

export type RefusalCode =
  | 'UNKNOWN_REGULATION'
  | 'UNKNOWN_CLIENT'
  | 'UNKNOWN_ROLE'
  | 'PARTICIPANT_MISSING'
  | 'POLICY_NUMBER_REUSED'
  | 'PAYMENT_ID_REUSED'
  | 'INVALID_CURSOR'
  | 'ALREADY_REVERSED'
  | 'NOT_IN_SUSPENSE'
  | 'NO_SUCH_TARGET'
  | 'SUM_NOT_PAYMENT'
  | 'NOT_ENOUGH_EXCESS'
  | 'OTHER_CLIENT'
  | 'TRANSFER_ID_REUSED'
  | 'DISBURSEMENT_ID_REUSED'
  | 'POLICY_CLOSED'
  | 'RELIEF_ID_REUSED'
  | 'INSTALLMENT_UNKNOWN'
  | 'INSTALLMENT_PAID'
  | 'NOTHING_OWED'
  | 'DATE_NOT_LATER'
  | 'DATE_MISSING'
  | 'DATE_NOT_TAKEN'
  | 'CURRENCY_MISMATCH'
  | 'AMOUNT_TOO_LARGE'
  | 'SUM_NOT_OUTSTANDING'
  | 'DATES_NOT_ASCENDING'
  | 'TOO_MANY_INSTALLMENTS'
  | 'OUTCOME_NOT_OFFERED'
  | 'TASK_DONE'
  | 'TASK_CLOSED'
  | 'NOT_THE_APPROVER'
  | 'NO_APPROVER'
  | 'NO_LOWERING_PENDING'
  | 'INDICATOR_UNREADABLE'
  | 'NOT_FOUND';
