import type { Credit } from '../engine/caller.ts';
import { moneyText } from './money-text.ts';

export interface BankEntry extends Credit {
  readonly policyNumber: string;
  readonly bookedOn: string;
}

interface BankDay {
  readonly currency: string;
  readonly closingOn: string;
  readonly entries: readonly BankEntry[];
}

type Format = 'camt' | 'mt940' | 'csv';

const ACCOUNT = 'UA213223130000026007233566001';

/** A statement as banks write it; each also has a fee, which is nobody's premium. */
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

const wordsOf = ({ policyNumber, mark }: BankEntry): string => `Premium ${policyNumber} ${mark}`;

const amountOf = ({ minor, currency }: Credit): string => moneyText(minor, currency).amount;

function camtOf({ currency, closingOn, entries }: BankDay): string {
  const booked = entries.map(
    (entry) =>
      `<Ntry><Amt Ccy="${currency}">${amountOf(entry)}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>${entry.bookedOn}</Dt></BookgDt>` +
      `<AcctSvcrRef>${entry.mark}</AcctSvcrRef><NtryDtls><TxDtls><RmtInf><Ustrd>${wordsOf(entry)}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`,
  );
  const fee = `<Ntry><Amt Ccy="${currency}">1</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>${closingOn}</Dt></BookgDt></Ntry>`;
  const closing = `<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="${currency}">1</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>${closingOn}</Dt></Dt></Bal>`;
  return (
    '<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><GrpHdr><MsgId>M</MsgId></GrpHdr>' +
    `<Stmt><Id>S-${closingOn}</Id><Acct><Id><IBAN>${ACCOUNT}</IBAN></Id></Acct>${closing}${booked.join('')}${fee}</Stmt></BkToCstmrStmt></Document>`
  );
}

const short = (day: string): string => day.slice(2).replaceAll('-', '');

function mtOf({ currency, closingOn, entries }: BankDay): string {
  const comma = (amount: string) => (amount.includes('.') ? amount.replace('.', ',') : `${amount},`);
  const booked = entries.map((e) => `:61:${short(e.bookedOn)}C${comma(amountOf(e))}NTRFNONREF//${e.mark.slice(-16)}\n:86:${wordsOf(e)}`);
  const fee = `:61:${short(closingOn)}D1,NCHGNONREF//FEE\n:86:Fee`;
  const balance = (tag: string) => `:${tag}:C${short(closingOn)}${currency}1,`;
  return `:20:START\n:25:${ACCOUNT}\n:28C:1/1\n${balance('60F')}\n${booked.join('\n')}\n${fee}\n${balance('62F')}\n-\n`;
}

function csvOf({ currency, entries }: BankDay): string {
  const rows = entries.map((e) => [e.mark, e.policyNumber, amountOf(e), currency, e.bookedOn, 'Client', wordsOf(e)].join());
  return ['paymentId,policyNumber,amount,currency,receivedOn,payer,reference', ...rows].join('\n');
}
