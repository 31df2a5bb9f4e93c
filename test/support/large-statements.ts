/** Bank files of any size, made as they are read: deterministic, so that a count or a sum of them can be known beforehand. */

interface LargeEntry {
  readonly amountMinor: number;
  readonly credit: boolean;
  readonly policyNumber: string;
}

/** The n-th entry, n from 1: 1.00 to 100.00 UAH in turn, and every hundredth a debit. `policies`: so many in turn, else one an entry. */
export const largeEntry = (n: number, policies = Number.POSITIVE_INFINITY): LargeEntry => ({
  amountMinor: (((n - 1) % 100) + 1) * 100,
  credit: n % 100 !== 0,
  policyNumber: `CARGO-2026-${String(((n - 1) % policies) + 1).padStart(6, '0')}`,
});

const CHUNK_CHARACTERS = 48 * 1024;

/** About 1,100 bytes an entry, as banks write them: references, both parties, remittance. */
export const largeCamt053 = (entries: number, policies?: number): AsyncGenerator<Uint8Array> =>
  encoded(function* () {
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>';
    yield '<GrpHdr><MsgId>LARGE</MsgId><CreDtTm>2026-11-22T20:00:00Z</CreDtTm></GrpHdr><Stmt><Id>LARGE-1</Id>';
    yield '<Acct><Id><IBAN>UA213223130000026007233566001</IBAN></Id><Ccy>UAH</Ccy></Acct>';
    yield '<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="UAH">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-22</Dt></Dt></Bal>\n';
    for (let n = 1; n <= entries; n++) yield camtEntry(n, policies);
    yield '</Stmt></BkToCstmrStmt></Document>\n';
  });

/** About 250 bytes an entry. */
export const largeMt940 = (entries: number, policies?: number): AsyncGenerator<Uint8Array> =>
  encoded(function* () {
    yield ':20:LARGE\r\n:25:UA213223130000026007233566001\r\n:28C:1/1\r\n:60F:C261121UAH0,00\r\n';
    for (let n = 1; n <= entries; n++) yield mtEntry(n, policies);
    yield ':62F:C261122UAH1,00\r\n-\r\n';
  });

function camtEntry(n: number, policies: number | undefined): string {
  const { amountMinor, credit, policyNumber } = largeEntry(n, policies);
  const mark = credit ? 'CRDT' : 'DBIT';
  const amount = `<Amt Ccy="UAH">${(amountMinor / 100).toFixed(2)}</Amt>`;
  return (
    `<Ntry>\n  ${amount}\n  <CdtDbtInd>${mark}</CdtDbtInd>\n  <Sts><Cd>BOOK</Cd></Sts>\n  <BookgDt><Dt>2026-11-22</Dt></BookgDt>\n  <ValDt><Dt>2026-11-22</Dt></ValDt>\n` +
    `  <AcctSvcrRef>BANK${n}</AcctSvcrRef>\n  <BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>DMCT</SubFmlyCd></Fmly></Domn></BkTxCd>\n` +
    `  <NtryDtls>\n    <TxDtls>\n      <Refs><EndToEndId>E2E-${n}</EndToEndId><TxId>TX-${n}</TxId></Refs>\n      ${amount}\n      <CdtDbtInd>${mark}</CdtDbtInd>\n` +
    `      <RltdPties><Dbtr><Pty><Nm>ТОВ Дніпро Логістика ${n}</Nm><PstlAdr><TwnNm>Дніпро</TwnNm><Ctry>UA</Ctry></PstlAdr></Pty></Dbtr>\n` +
    `        <DbtrAcct><Id><IBAN>UA903052992990004149123456789</IBAN></Id></DbtrAcct>\n        <Cdtr><Pty><Nm>Insurer PJSC</Nm></Pty></Cdtr></RltdPties>\n` +
    `      <RmtInf><Ustrd>Страховий платіж за договором ${policyNumber} &amp; додаток ${n % 7}</Ustrd></RmtInf>\n    </TxDtls>\n  </NtryDtls>\n</Ntry>\n`
  );
}

function mtEntry(n: number, policies: number | undefined): string {
  const { amountMinor, credit, policyNumber } = largeEntry(n, policies);
  return (
    `:61:2611221122${credit ? 'C' : 'D'}H${(amountMinor / 100).toFixed(2).replace('.', ',')}NTRFNONREF//BANK${n}\r\n` +
    `:86:166?00ZARAHUVANNYA?20EREF+E2E-${n}?21SVWZ+Strahovyi platizh za?22 dogovorom ${policyNumber.slice(0, 11)}\r\n${policyNumber.slice(11)}?23 dodatok ${n % 7}` +
    `?31UA903052992990004149123456789?32TOV Dnipro Lohistyka ${n}\r\n`
  );
}

async function* encoded(parts: () => Generator<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let text = '';
  for (const part of parts()) {
    text += part;
    if (text.length < CHUNK_CHARACTERS) continue;
    yield encoder.encode(text);
    text = '';
  }
  yield encoder.encode(text);
}
