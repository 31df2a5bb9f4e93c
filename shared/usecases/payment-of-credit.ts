import type { CreditItem } from '../bank-formats/statement-item.ts';
import type { Payment } from '../domain/payment.ts';

/**
 * Stands for the policy of money of which nobody knows the policy. Numbers of policies have no control characters, so that none can
 * ever be this one, however an insurer numbers.
 */
export const NO_POLICY = '\tnone named';

/** As long as POST /payments takes them. */
const LONGEST_PAYER = 140;
const LONGEST_REFERENCE = 500;

/** The payment that a booked credit becomes. */
export function paymentOfCredit(credit: CreditItem, policyNumber: string): Payment {
  const { paymentId, amountMinor, currency, bookedOn: receivedOn, counterparty, remittance, structuredReferences, references } = credit;
  const payer = oneLine(counterparty.name, LONGEST_PAYER);
  const reference =
    oneLine([...structuredReferences, remittance].join(' '), LONGEST_REFERENCE) || oneLine(references.endToEnd, LONGEST_REFERENCE);
  return {
    paymentId,
    policyNumber,
    amountMinor,
    currency,
    receivedOn,
    ...(payer && { payer }),
    ...(reference && { reference }),
  };
}

/** What banks wrote over several lines, in one; cut between characters, never through one. */
const oneLine = (text = '', longest: number): string =>
  [...text.replaceAll(/[\p{Cc}\p{Cs}\s]+/gu, ' ').trim()].slice(0, longest).join('').trim();
