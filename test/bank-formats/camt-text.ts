/** camt documents for tests, written as text: the expected values stand beside them in the tests. */

export interface CamtText {
  readonly version?: string;
  readonly account?: string;
  readonly id?: string;
  readonly balances?: string;
}

const MESSAGES = {
  '052': ['BkToCstmrAcctRpt', 'Rpt'],
  '053': ['BkToCstmrStmt', 'Stmt'],
  '054': ['BkToCstmrDbtCdtNtfctn', 'Ntfctn'],
} as const;

export const camt = (entries: string, options: CamtText = {}): string => camtOf([statement(entries, options)], options.version);

/** A document of several statements, each of `statement`. */
export function camtOf(statements: readonly string[], version = 'camt.053.001.02'): string {
  const [message, name] = messageOf(version);
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:${version}"><${message}><GrpHdr><MsgId>M</MsgId></GrpHdr>${statements
    .map((content) => `<${name}>${content}</${name}>`)
    .join('')}</${message}></Document>`;
}

export const statement = (
  entries: string,
  { id = 'S1', account = 'UA213223130000026007233566001', balances = '' }: CamtText = {},
): string => `<Id>${id}</Id><Acct><Id><IBAN>${account}</IBAN></Id></Acct>${balances}${entries}`;

export const balance = (type: string, amount: string, on = '2026-11-22', currency = 'UAH'): string =>
  `<Bal><Tp><CdOrPrtry><Cd>${type}</Cd></CdOrPrtry></Tp><Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>${on}</Dt></Dt></Bal>`;

export interface EntryText {
  readonly amount?: string;
  readonly currency?: string;
  readonly mark?: 'CRDT' | 'DBIT';
  readonly status?: string;
  readonly reversal?: boolean;
  readonly date?: string;
  readonly reference?: string;
  readonly code?: string;
  /** <NtryDtls> and what follows it. */
  readonly details?: string;
}

export function entry(text: EntryText = {}): string {
  const {
    amount = '100.00',
    currency = 'UAH',
    mark = 'CRDT',
    status = 'BOOK',
    reversal,
    date = '<Dt>2026-11-22</Dt>',
    reference,
    code,
    details = '',
  } = text;
  return (
    `<Ntry><Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>${mark}</CdtDbtInd>${reversal === undefined ? '' : `<RvslInd>${reversal}</RvslInd>`}` +
    `<Sts>${status}</Sts><BookgDt>${date}</BookgDt>${reference ? `<AcctSvcrRef>${reference}</AcctSvcrRef>` : ''}${domain(code)}${details}</Ntry>`
  );
}

export const domain = (code: string | undefined): string =>
  code ? `<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>${code}</SubFmlyCd></Fmly></Domn></BkTxCd>` : '';

export const batch = (...details: readonly string[]): string =>
  `<NtryDtls>${details.map((detail) => `<TxDtls>${detail}</TxDtls>`).join('')}</NtryDtls>`;

export const refs = (content: string): string => `<Refs>${content}</Refs>`;

export const text = (...lines: readonly string[]): string => `<RmtInf>${lines.map((line) => `<Ustrd>${line}</Ustrd>`).join('')}</RmtInf>`;

const messageOf = (version: string) => MESSAGES[version.slice(5, 8) as keyof typeof MESSAGES];
