import { localDate } from '../../shared/domain/local-date.ts';
import type { NoticeFacts, NoticeItem } from '../../shared/notices/notice-facts.ts';

export const hryvnias = (amountMinor: number) => ({ amountMinor, currency: 'UAH' });

export const item: NoticeItem = {
  policyNumber: 'CARGO-2026-000123',
  product: 'Cargo',
  installment: 2,
  installmentCount: 4,
  dueOn: localDate('2026-12-01'),
  amount: hryvnias(3_000_000),
  outstanding: hryvnias(1_250_050),
  daysPastDue: 8,
};

/** Eight days past due, partly paid. */
export const facts: NoticeFacts = {
  kind: 'notice',
  language: 'en',
  audience: 'policyholder',
  insurerName: 'Nadiya Insurance',
  recipient: { name: 'Dnipro Logistics LLC' },
  today: localDate('2026-12-09'),
  policyholderName: 'Dnipro Logistics LLC',
  items: [item],
  actions: [],
};

/** What people see of it, on one line: neither where lines break nor which space it is matters to what is said. */
export const said = (text: string): string => text.replace(/\s+/g, ' ').trim();

const NAMED: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&nbsp;': ' ' };

/** The words of the body, tags taken off and entities read. */
export const wordsOf = (html: string): string =>
  said(html.replace(/<style>.*?<\/style>|<[^>]*>/gs, ' ').replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (entity) => NAMED[entity] ?? entity));
