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
  | 'NOT_FOUND';
