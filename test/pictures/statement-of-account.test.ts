import { expect, test } from 'vitest';
import { localDate } from '../../shared/domain/local-date.ts';
import type { StatementOfAccount } from '../../shared/domain/statement-of-account.ts';
import { accountsAsHtml } from '../../shared/pictures/statement-of-account-html.ts';
import { wordsOf } from '../notices/facts.ts';

/** 30,000.00 charged, 31,030.00 paid. */
const ACCOUNT: StatementOfAccount = {
  policyNumber: 'FLEET-7',
  clientId: 'UA-1',
  product: 'Fleet',
  currency: 'UAH',
  lines: [
    { on: localDate('2026-12-01'), kind: 'charge', reference: '1', amountMinor: 3_000_000, balanceMinor: 3_000_000 },
    { on: localDate('2026-12-02'), kind: 'payment', reference: 'p-1', amountMinor: -3_103_000, balanceMinor: -103_000 },
  ],
  balanceMinor: -103_000,
  agrees: true,
};

const HEADING = { insurer: 'Nadiya Insurance', client: 'Dnipro Logistics LLC (UA-1)', asOf: localDate('2026-12-05') };

test('a printed account says whose it is with whom, and of which day', () => {
  const said = wordsOf(accountsAsHtml([ACCOUNT], HEADING, 'en'));
  expect(said).toContain('Nadiya Insurance Statement of account Dnipro Logistics LLC (UA-1) As of 5 December 2026');
});

test.each([
  ['en', ['30,000.00', '-31,030.00', '-1,030.00', 'UAH 1,030.00']],
  ['uk', ['30 000,00', '-31 030,00', '-1 030,00', '1 030,00 грн']],
] as const)('every amount is written as its reader writes it: %s', (language, amounts) => {
  const said = wordsOf(accountsAsHtml([ACCOUNT], HEADING, language)).replaceAll('\u00a0', ' ');
  for (const amount of amounts) expect(`${said} `).toContain(` ${amount} `);
  expect(said).not.toMatch(/1030|30000/);
});

test('a date stays on one line', () => {
  const html = accountsAsHtml([ACCOUNT], HEADING, 'en');
  expect(html).toContain('<td class="date">2026-12-01</td>');
  expect(html).toMatch(/\.date \{[^}]*white-space: nowrap/);
});
