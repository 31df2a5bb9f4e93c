import type { Credit } from '../engine/caller.ts';
import { moneyText } from './money-text.ts';

/** A credit, or the debit by which the bank takes it back. `mark` is the credit's in both: by it they are known to be one money. */
export interface BankEntry extends Credit {
  readonly kind: 'credit' | 'return';
  readonly policyNumber: string;
  readonly bookedOn: string;
  /** Banks write a return in one of two ways: as the reversal of an entry, or as an item that was returned. */
  readonly manner: 'reversal' | 'returned';
}

interface BankDay {
  readonly currency: string;
  readonly closingOn: string;
  readonly entries: readonly BankEntry[];
  /** Nobody's premium, before the entries and behind them. The CSV of the contract has none, and credits alone. */
  readonly fees: number;
}

export type Format = 'camt' | 'mt940' | 'csv';

const ACCOUNT = 'UA213223130000026007233566001';

/** A statement as banks write it. */
export function statementText(format: Format, day: BankDay): { readonly contentType: string; readonly content: string } {
  switch (format) {
    case 'camt':
      return { contentType: 'application/xml', content: camtOf(day) };
    case 'mt940':
      return { contentType: 'text/plain', content: mtOf(day) };
    case 'csv':
      return { contentType: 'text/csv', content: csvOf(day) };
  }
}

const wordsOf = ({ kind, policyNumber, mark }: BankEntry): string =>
  kind === 'credit' ? `Premium ${policyNumber} ${mark}` : `Returned: ${policyNumber}`;

const amountOf = ({ minor, currency }: Credit): string => moneyText(minor, currency).amount;

/** The bank's own reference of an entry: of a return another than of what it returns. */
const referenceOf = ({ kind, mark }: BankEntry): string => (kind === 'credit' ? mark : `R${mark}`);

const around = (fees: number, fee: string, entries: readonly string[]): readonly string[] => {
  const before = Math.floor(fees / 2);
  return [...Array.from({ length: before }, () => fee), ...entries, ...Array.from({ length: fees - before }, () => fee)];
};

function camtOf({ currency, closingOn, entries, fees }: BankDay): string {
  const fee = `<Ntry><Amt Ccy="${currency}">1</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>${closingOn}</Dt></BookgDt></Ntry>`;
  const closing = `<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="${currency}">1</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>${closingOn}</Dt></Dt></Bal>`;
  return (
    '<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><GrpHdr><MsgId>M</MsgId></GrpHdr>' +
    `<Stmt><Id>S-${closingOn}</Id><Acct><Id><IBAN>${ACCOUNT}</IBAN></Id></Acct>${closing}${around(fees, fee, entries.map(camtEntry)).join('')}</Stmt></BkToCstmrStmt></Document>`
  );
}

/** A reversal quotes the bank's reference of the entry, a returned item the payer's. */
function camtEntry(entry: BankEntry): string {
  const { kind, manner, mark, currency, bookedOn } = entry;
  const isReversal = kind === 'return' && manner === 'reversal';
  const quoted = isReversal ? `<AcctSvcrRef>${mark}</AcctSvcrRef>` : `<EndToEndId>END${mark}</EndToEndId>`;
  const why = kind === 'return' && manner === 'returned' ? '<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>' : '';
  return (
    `<Ntry><Amt Ccy="${currency}">${amountOf(entry)}</Amt><CdtDbtInd>${kind === 'credit' ? 'CRDT' : 'DBIT'}</CdtDbtInd>` +
    `${isReversal ? '<RvslInd>true</RvslInd>' : ''}<Sts>BOOK</Sts><BookgDt><Dt>${bookedOn}</Dt></BookgDt><AcctSvcrRef>${referenceOf(entry)}</AcctSvcrRef>` +
    `<NtryDtls><TxDtls><Refs>${quoted}</Refs><RmtInf><Ustrd>${wordsOf(entry)}</Ustrd></RmtInf>${why}</TxDtls></NtryDtls></Ntry>`
  );
}

const short = (day: string): string => day.slice(2).replaceAll('-', '');

function mtOf({ currency, closingOn, entries, fees }: BankDay): string {
  const fee = `:61:${short(closingOn)}D1,NCHGNONREF//FEE\n:86:Fee`;
  const balance = (tag: string) => `:${tag}:C${short(closingOn)}${currency}1,`;
  return `:20:START\n:25:${ACCOUNT}\n:28C:1/1\n${balance('60F')}\n${around(fees, fee, entries.map(mtEntry)).join('\n')}\n${balance('62F')}\n-\n`;
}

/** No reference has more than 16 characters; of a return the customer's is the bank's of what it returns. */
function mtEntry(entry: BankEntry): string {
  const { kind, manner, mark, bookedOn } = entry;
  const text = amountOf(entry);
  const amount = text.includes('.') ? text.replace('.', ',') : `${text},`;
  const [sign, type] = kind === 'credit' ? ['C', 'NTRF'] : manner === 'reversal' ? ['RC', 'NTRF'] : ['D', 'NRTI'];
  const customer = kind === 'credit' ? 'NONREF' : mark.slice(-16);
  return `:61:${short(bookedOn)}${sign}${amount}${type}${customer}//${referenceOf(entry).slice(-16)}\n:86:${wordsOf(entry)}`;
}

function csvOf({ currency, entries }: BankDay): string {
  const rows = entries.map((e) => [e.mark, e.policyNumber, amountOf(e), currency, e.bookedOn, 'Client', wordsOf(e)].join());
  return ['paymentId,policyNumber,amount,currency,receivedOn,payer,reference', ...rows].join('\n');
}
