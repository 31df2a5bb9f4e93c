/** One request and what must come back. */
export interface Step {
  readonly what: string;
  readonly method: 'GET' | 'PUT' | 'POST';
  readonly path: string;
  readonly body?: object;
  /** Without the token. */
  readonly anonymous?: boolean;
  readonly expects: { readonly status: number; readonly body?: Expected };
  /** Read through an index, which may be behind for a moment. */
  readonly mayBeBehind?: boolean;
}

/** What must be in an answer: of an object the named fields, of a list its elements in order. */
export type Expected = string | number | { readonly [field: string]: Expected } | readonly Expected[];

export interface Names {
  /** Prefix of every id: runs don't meet, and whoever finds them knows what they are. */
  readonly run: string;
  readonly today: string;
  /** Later than any reminder goes out before it, so that nobody gets a letter. */
  readonly dueOn: string;
  readonly coverTo: string;
}

const hryvnias = (amount: string) => ({ amount, currency: 'UAH' });

/** AWS's own mailbox that takes everything, should a letter go out nevertheless. */
const EMAIL = 'success@simulator.amazonses.com';

/**
 * The tour of the README in small, and its clean-up. 1,000.01 in three monthly installments is 333.34 + 333.34 + 333.33 (they differ by a
 * minor unit at most, the larger first); 334.00 covers the first and 0.66 of the second, and leaves 666.01.
 */
export function stepsOf({ run, today, dueOn, coverTo }: Names): readonly Step[] {
  const [clientId, policyNumber, paymentId] = [`${run}-client`, `${run}-policy`, `${run}-payment`];
  const policy = `/policies/${policyNumber}`;
  const pay = (amount: string) => ({ paymentId, policyNumber, amount: hryvnias(amount), receivedOn: today });
  const client = { name: 'Smoke test', kind: 'legalEntity', email: EMAIL, language: 'en', timeZone: 'Europe/Kyiv' };
  const opening = {
    policyNumber,
    clientId,
    product: 'Smoke test',
    premium: hryvnias('1000.01'),
    coverFrom: dueOn,
    coverTo,
    paymentPlan: { kind: 'installments', count: 3, everyMonths: 1, firstDueOn: dueOn },
    participants: { accountManager: { name: 'Smoke test', email: EMAIL, language: 'en' } },
  };
  return [
    { what: 'it is there', method: 'GET', path: '/health', anonymous: true, expects: { status: 200 } },
    {
      what: 'it describes itself',
      method: 'GET',
      path: '/openapi.json',
      anonymous: true,
      expects: { status: 200, body: { paths: { '/payments': {} } } },
    },
    { what: 'without a token nobody reads', method: 'GET', path: policy, anonymous: true, expects: { status: 401 } },
    { what: 'a client is put', method: 'PUT', path: `/clients/${clientId}`, body: client, expects: { status: 201 } },
    { what: 'a policy is opened', method: 'POST', path: '/policies', body: opening, expects: { status: 201, body: { status: 'active' } } },
    { what: 'a payment is recorded', method: 'POST', path: '/payments', body: pay('334.00'), expects: { status: 201, body: APPLIED } },
    { what: 'sent again, it counts once', method: 'POST', path: '/payments', body: pay('334.00'), expects: { status: 200, body: APPLIED } },
    {
      what: 'with another amount it is refused',
      method: 'POST',
      path: '/payments',
      body: pay('335.00'),
      expects: { status: 409, body: { code: 'PAYMENT_ID_REUSED' } },
    },
    {
      what: 'a wrong amount is pointed at',
      method: 'POST',
      path: '/payments',
      body: pay('10.505'),
      expects: { status: 400, body: { errors: [{ pointer: '/amount/amount' }] } },
    },
    { what: 'the standing is exact', method: 'GET', path: policy, expects: { status: 200, body: STANDING } },
    {
      what: 'the timeline says what happened',
      method: 'GET',
      path: `${policy}/timeline`,
      expects: { status: 200, body: { items: [{ kind: 'opened' }, { kind: 'payment' }] } },
      mayBeBehind: true,
    },
    {
      what: 'cleaned up: the payment is reversed',
      method: 'POST',
      path: `/payments/${paymentId}/reversal`,
      body: { reason: 'smoke test', reversedOn: today },
      expects: { status: 200, body: { status: 'reversed' } },
    },
    {
      what: 'cleaned up: the policy is cancelled',
      method: 'POST',
      path: `${policy}/cancellation`,
      body: { reason: 'smoke test', cancelledOn: today },
      expects: { status: 200, body: { status: 'cancelled' } },
    },
  ];
}

const APPLIED = { status: 'applied', amount: hryvnias('334.00') };

const STANDING = {
  status: 'active',
  standing: {
    received: hryvnias('334.00'),
    outstanding: hryvnias('666.01'),
    pastDue: hryvnias('0.00'),
    excessCredit: hryvnias('0.00'),
    daysPastDue: 0,
  },
  installments: [
    { amount: hryvnias('333.34'), outstanding: hryvnias('0.00'), status: 'paid' },
    { amount: hryvnias('333.34'), covered: hryvnias('0.66'), outstanding: hryvnias('332.68') },
    { amount: hryvnias('333.33'), covered: hryvnias('0.00'), outstanding: hryvnias('333.33') },
  ],
};
