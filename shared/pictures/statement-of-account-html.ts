import type { LocalDate } from '../domain/local-date.ts';
import type { Language } from '../domain/regulation.ts';
import type { AccountLine, StatementOfAccount } from '../domain/statement-of-account.ts';
import { type Formats, formatsOf } from '../notices/formats.ts';
import { type Html, html, nothing } from '../notices/html.ts';
import { ACCOUNT_WORDS, type AccountWords } from './statement-of-account-words.ts';

/** Whose account it is with whom, and of which day: a printed sheet is read without the page it came from. */
export interface AccountHeading {
  readonly insurer: string;
  readonly client: string;
  readonly asOf: LocalDate;
}

/** A page to read and to print, A4 portrait: one table a policy, the header on every sheet. It loads nothing and runs nothing. */
export function accountsAsHtml(accounts: readonly StatementOfAccount[], heading: AccountHeading, language: Language): string {
  const words = ACCOUNT_WORDS[language];
  const formats = formatsOf(language);
  const { insurer, client, asOf } = heading;
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title} · ${client}</title>
${STYLE}
</head>
<body>
<p>${insurer}</p>
<h1>${words.title}</h1>
<p>${client}<br>${words.asOf} ${formats.date(asOf)}</p>
${accounts.map((account) => accountAsHtml(account, words, formats))}
</body>
</html>
`.markup;
}

function accountAsHtml(account: StatementOfAccount, words: AccountWords, formats: Formats): Html {
  const { policyNumber, product, currency, lines, balanceMinor, agrees } = account;
  const [date, what, reference, amount, balance] = words.columns;
  const closing = formats.money({ amountMinor: Math.abs(balanceMinor), currency });
  const amountOf = (amountMinor: number) => formats.amount({ amountMinor, currency });
  const meaning = balanceMinor > 0 ? words.owed : balanceMinor < 0 ? words.credit : '';
  return html`<h2>${words.policy} ${policyNumber} · ${product}</h2>
${agrees ? nothing : html`<p class="disagrees" role="alert">${words.disagrees}</p>`}
<table>
<thead><tr><th scope="col">${date}</th><th scope="col">${what}</th><th scope="col">${reference}</th><th scope="col" class="sum">${amount}, ${currency}</th><th scope="col" class="sum">${balance}, ${currency}</th></tr></thead>
<tbody>
${lines.map((line) => lineAsHtml(line, amountOf, words))}
</tbody>
<tfoot><tr><th scope="row" colspan="4">${words.balance}${meaning === '' ? '' : ` (${meaning})`}</th><td class="sum"><b>${closing}</b></td></tr></tfoot>
</table>
`;
}

function lineAsHtml(line: AccountLine, amountOf: (amountMinor: number) => string, words: AccountWords): Html {
  const { on, kind, reference, detail, amountMinor, balanceMinor } = line;
  const named = kind === 'charge' ? `${words.installment} ${reference}` : reference;
  const amount = amountMinor === 0 ? '' : amountOf(amountMinor);
  return html`<tr class="${kind}"><td class="date">${on}</td><td>${words.kinds[kind]}${detail === undefined ? nothing : html`<br><small>${detail}</small>`}</td><td>${named}</td><td class="sum">${amount}</td><td class="sum">${amountOf(balanceMinor)}</td></tr>
`;
}

const STYLE = html`<style>
:root { color-scheme: light; }
body { margin: 2rem auto; max-width: 56rem; padding: 0 1rem; font: 0.95rem/1.45 "Segoe UI", "Liberation Sans", Arial, sans-serif; color: #1b2733; background: #fff; }
h1 { margin: 0; font-size: 1.5rem; }
h2 { margin: 2rem 0 0.5rem; font-size: 1.1rem; }
p { margin: 0.3rem 0 1rem; color: #51606f; }
.disagrees { padding: 0.6rem 0.8rem; border: 2px solid #a32020; color: #a32020; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 0.4rem 0.6rem; border-bottom: 1px solid #d5dce3; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
thead th { border-bottom: 2px solid #24405c; color: #24405c; }
.sum { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.date { white-space: nowrap; }
small { color: #51606f; }
tr.reversal td { color: #8a3b12; }
tfoot th, tfoot td { border-bottom: 0; border-top: 2px solid #24405c; }
@page { size: A4 portrait; margin: 15mm; }
@media print { body { margin: 0; max-width: none; } thead { display: table-header-group; } tr { break-inside: avoid; } }
</style>`;
