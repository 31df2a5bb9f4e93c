import { formatAmount } from '../domain/money.ts';
import type { StatementOfAccount } from '../domain/statement-of-account.ts';
import { csv } from './csv.ts';

const HEADER = ['policyNumber', 'on', 'kind', 'reference', 'detail', 'amount', 'balance', 'currency'];

/** One row a line, for a spreadsheet: charges positive, credits negative. */
export const accountsAsCsv = (accounts: readonly StatementOfAccount[]): string =>
  csv([
    HEADER,
    ...accounts.flatMap(({ policyNumber, currency, lines }) =>
      lines.map(({ on, kind, reference, detail = '', amountMinor, balanceMinor }) => [
        policyNumber,
        on,
        kind,
        reference,
        detail,
        formatAmount({ amountMinor, currency }),
        formatAmount({ amountMinor: balanceMinor, currency }),
        currency,
      ]),
    ),
  ]);
