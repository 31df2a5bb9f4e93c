import * as z from 'zod';
import { exponentOf } from '../../shared/domain/currency.ts';
import { isIban } from '../../shared/domain/iban.ts';

const BIC = /^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/;

/** Environments of functions end at 4 KB, and an account takes about 130 bytes of it. */
const MOST = 8;

/** A wrong digit here would send every client's premium elsewhere, so that the number has to prove itself. */
const account = z.strictObject({
  currency: z.string().refine((code) => exponentOf(code) !== undefined, 'is not a currency of ISO 4217, like UAH'),
  /** Whose account it is, as the bank has it. Longer names don't fit into the European payment code. */
  name: z.string().trim().min(1, 'must not be empty').max(70, 'must have 70 characters at most'),
  iban: z.string().refine(isIban, 'is not an IBAN: its checksum must be right, in capitals, without spaces'),
  bic: z.string().regex(BIC, 'is not a BIC, like DEUTDEFF').exactOptional(),
  /** The code in the register of legal entities (EDRPOU), without which payments in Ukraine have no code to scan. */
  registryCode: z
    .string()
    .regex(/^\d{8}(\d{2})?$/, 'must be 8 or 10 digits')
    .exactOptional(),
});

export const BeneficiaryAccounts = z
  .array(account)
  .max(MOST, `must be ${MOST} at most`)
  .superRefine((accounts, context) => {
    for (const [index, { currency }] of accounts.entries()) {
      if (accounts.findIndex((other) => other.currency === currency) === index) continue;
      context.addIssue({ code: 'custom', path: [index, 'currency'], input: currency, message: 'has an account already: one a currency' });
    }
  });
