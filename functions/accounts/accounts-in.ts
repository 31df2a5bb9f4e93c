import type { StatementOfAccount } from '../../shared/domain/statement-of-account.ts';
import { accountsAsCsv } from '../../shared/pictures/statement-of-account-csv.ts';
import { type AccountHeading, accountsAsHtml } from '../../shared/pictures/statement-of-account-html.ts';
import type { ApiRequest, ApiResponse } from '../http/api-request.ts';
import { languageOf } from '../http/language-of.ts';
import { page } from '../http/page-headers.ts';
import { presentMoney } from '../http/present-money.ts';

export const ACCOUNT_TYPES = ['application/json', 'text/html', 'text/csv'] as const;

interface Shown {
  readonly accounts: readonly StatementOfAccount[];
  readonly heading: AccountHeading;
  readonly json: unknown;
}

/** Statements of account in the media type that was asked for. */
export function accountsIn({ mediaType, event }: ApiRequest, { accounts, heading, json }: Shown): ApiResponse {
  switch (mediaType) {
    case 'text/html':
      return page(accountsAsHtml(accounts, heading, languageOf(event)));
    case 'text/csv':
      return { status: 200, text: accountsAsCsv(accounts), headers: { 'content-type': 'text/csv; charset=utf-8; header=present' } };
    default:
      return { status: 200, body: json };
  }
}

export function presentAccount({ policyNumber, product, currency, lines, balanceMinor, agrees }: StatementOfAccount) {
  const money = (amountMinor: number) => presentMoney({ amountMinor, currency });
  return {
    policyNumber,
    product,
    lines: lines.map(({ amountMinor, balanceMinor: after, ...line }) => ({ ...line, amount: money(amountMinor), balance: money(after) })),
    balance: money(balanceMinor),
    agrees,
  };
}
