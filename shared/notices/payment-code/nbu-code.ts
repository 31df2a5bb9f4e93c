import { formatAmount } from '../../domain/money.ts';
import type { PaymentRequest } from './payment-request.ts';

/**
 * Rules of the National Bank of Ukraine, resolution no. 97 of 19 August 2025, annex 3 (format 002): the fields are UTF-8,
 * one a line, Base64url after a fixed address; banking apps open that address, or read it from the code.
 */
const ADDRESS = 'https://bank.gov.ua/qr/';
const LONGEST_ENCODED = 475;
const LONGEST_RECIPIENT = 140;
const LONGEST_PURPOSE = 420;
const LARGEST_MINOR = 99_999_999_999;

/** Texts are limited to what Windows-1251 has too, less three codes that annex 1 takes out (7F, 98, A0). */
const ALLOWED = new Set(new TextDecoder('windows-1251').decode(Uint8Array.from({ length: 224 }, (_, index) => index + 32)));
for (const code of [0x7f, 0x98, 0xa0]) ALLOWED.delete(new TextDecoder('windows-1251').decode(Uint8Array.of(code)));

/**
 * The address that fills in a transfer in hryvnias, undefined where the rules have no room for the request.
 * 13 fields; those reserved for later (BIC, purpose code, reference, display) stay empty, but present.
 */
export function nbuCode({ account, amount, policyNumber }: PaymentRequest): string | undefined {
  const iban = account.iban.replaceAll(' ', '');
  const purpose = `Страхова премія за договором ${policyNumber}`;
  const recipientCode = account.registryCode ?? '';
  const payable = amount.currency === 'UAH' && amount.amountMinor > 0 && amount.amountMinor <= LARGEST_MINOR;
  const identified = /^UA\d{27}$/.test(iban) && /^\d{8}(\d{2})?$/.test(recipientCode);
  const texts = isAllowed(account.name, LONGEST_RECIPIENT) && isAllowed(purpose, LONGEST_PURPOSE);
  if (!payable || !identified || !texts) return undefined;

  const fields = ['BCD', '002', '1', 'UCT', '', account.name, iban, hryvnias(amount.amountMinor), recipientCode, '', '', purpose, ''];
  const encoded = Buffer.from(fields.join('\n'), 'utf8').toString('base64url');
  return encoded.length <= LONGEST_ENCODED ? `${ADDRESS}${encoded}` : undefined;
}

const isAllowed = (text: string, longest: number): boolean =>
  text.length > 0 && text.length <= longest && [...text].every((character) => ALLOWED.has(character));

/** 'UAH3', but 'UAH3.50': kopiykas in two digits, or left out when there are none. */
const hryvnias = (amountMinor: number): string => `UAH${formatAmount({ amountMinor, currency: 'UAH' }).replace(/\.00$/, '')}`;
