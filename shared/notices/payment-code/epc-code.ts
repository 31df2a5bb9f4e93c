import { formatAmount } from '../../domain/money.ts';
import type { PaymentRequest } from './payment-request.ts';

/** In the European Economic Area the IBAN is enough; in the rest of SEPA the code must name the bank (BIC) too. */
const EEA = new Set('AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' '));
const SEPA_BEYOND_EEA = new Set('AD AL CH GB GI MC MD ME MK RS SM VA'.split(' '));

/** What SEPA payments carry unchanged (EPC217-08); a bank may turn anything else into dots, and the payment misses its policy. */
const SEPA_TEXT = /^[A-Za-z0-9/\-?:().,'+ ]{1,140}$/;
const LATIN_NAME = /^[\p{Script=Latin}0-9/\-?:().,'+& ]{1,70}$/u;

const LARGEST_MINOR = 99_999_999_999;

/**
 * The content of a SEPA credit transfer code by EPC069-12, version 002: what a banking app reads to fill in the transfer.
 * Undefined where the standard has no room for the request: then the message shows the details without a code.
 *
 * EUR 1,250.00 for CARGO-1 → BCD, 002, 1 (UTF-8), SCT, BIC, name, IBAN, EUR1250.00, purpose and structured reference empty,
 * CARGO-1: one a line.
 */
export function epcCode({ account, amount, policyNumber }: PaymentRequest): string | undefined {
  const iban = account.iban.replaceAll(' ', '');
  const country = iban.slice(0, 2);
  const reachable = EEA.has(country) || (SEPA_BEYOND_EEA.has(country) && account.bic !== undefined);
  const payable = amount.currency === 'EUR' && amount.amountMinor > 0 && amount.amountMinor <= LARGEST_MINOR;
  if (!reachable || !payable || !SEPA_TEXT.test(policyNumber) || !LATIN_NAME.test(account.name)) return undefined;
  return ['BCD', '002', '1', 'SCT', account.bic ?? '', account.name, iban, `EUR${formatAmount(amount)}`, '', '', policyNumber].join('\n');
}
