import { meaningful } from './reference-words.ts';
import type { BankReferences, Counterparty } from './statement-item.ts';
import { child, children, descend, textAt, textsOf, type XmlElement } from './xml-element.ts';

/** What one <TxDtls> says, without what its entry says for all of them. */
export interface CamtDetail {
  readonly direction: 'credit' | 'debit' | undefined;
  /** The amounts it names, the best one first, each in its own currency. */
  readonly amounts: readonly CamtAmount[];
  readonly references: BankReferences;
  readonly debtor: Counterparty;
  readonly creditor: Counterparty;
  readonly structuredReferences: readonly string[];
  readonly remittance: readonly string[];
  readonly additionalInformation: string | undefined;
  readonly transactionCode: string | undefined;
  /** Present for a return, '' when it gives no reason. */
  readonly returnReason: string | undefined;
}

export interface CamtAmount {
  readonly amount: string;
  readonly currency: string;
}

export function readDetail(detail: XmlElement): CamtDetail {
  const remittance = child(detail, 'RmtInf');
  const structured = children(remittance, 'Strd');
  const parties = child(detail, 'RltdPties');
  return {
    direction: directionOf(detail),
    amounts: amountsOf(detail),
    references: referencesOf(child(detail, 'Refs')),
    debtor: partyOf(parties, 'Dbtr'),
    creditor: partyOf(parties, 'Cdtr'),
    structuredReferences: structured.flatMap(referencesIn),
    remittance: [...textsOf(remittance, 'Ustrd'), ...structured.flatMap((part) => textsOf(part, 'AddtlRmtInf'))],
    additionalInformation: textAt(detail, 'AddtlTxInf'),
    transactionCode: textAt(detail, 'BkTxCd', 'Domn', 'Fmly', 'SubFmlyCd'),
    returnReason: returnReasonOf(child(detail, 'RtrInf')),
  };
}

/** The creditor reference, then the numbers of the documents it pays. */
const referencesIn = (structured: XmlElement): readonly string[] =>
  [textAt(structured, 'CdtrRefInf', 'Ref'), ...children(structured, 'RfrdDocInf').map((document) => textAt(document, 'Nb'))]
    .map(meaningful)
    .filter((reference) => reference !== undefined);

export function directionOf(element: XmlElement): 'credit' | 'debit' | undefined {
  const indicator = textAt(element, 'CdtDbtInd');
  return indicator === 'CRDT' ? 'credit' : indicator === 'DBIT' ? 'debit' : undefined;
}

/** <Amt Ccy="EUR">8.85</Amt> of an entry, a payment or a part of one. */
export function amountOf(element: XmlElement | undefined): CamtAmount | undefined {
  const amount = textAt(element, 'Amt');
  const currency = child(element, 'Amt')?.attributes.get('Ccy');
  return amount === undefined || currency === undefined ? undefined : { amount, currency };
}

/** Version 2 has no Amt of its own here, only the amounts in AmtDtls; later versions have both. */
const amountsOf = (detail: XmlElement): readonly CamtAmount[] => {
  const more = child(detail, 'AmtDtls');
  const found = [detail, child(more, 'TxAmt'), child(more, 'CntrValAmt'), child(more, 'InstdAmt')].map(amountOf);
  return found.filter((amount) => amount !== undefined);
};

function referencesOf(refs: XmlElement | undefined): BankReferences {
  return {
    detailServicer: meaningful(textAt(refs, 'AcctSvcrRef')),
    uetr: meaningful(textAt(refs, 'UETR')),
    transaction: meaningful(textAt(refs, 'TxId')),
    clearing: meaningful(textAt(refs, 'ClrSysRef')),
    endToEnd: meaningful(textAt(refs, 'EndToEndId')),
    instruction: meaningful(textAt(refs, 'InstrId')),
    paymentInformation: meaningful(textAt(refs, 'PmtInfId')),
    mandate: meaningful(textAt(refs, 'MndtId')),
    cheque: meaningful(textAt(refs, 'ChqNb')),
  };
}

/** Dbtr/Nm up to version 7, Dbtr/Pty/Nm from version 8 on; the ultimate party where the direct one has no name. */
function partyOf(parties: XmlElement | undefined, role: 'Dbtr' | 'Cdtr'): Counterparty {
  const account = descend(parties, `${role}Acct`, 'Id');
  return {
    name: nameOf(child(parties, role)) ?? nameOf(child(parties, `Ultmt${role}`)),
    account: textAt(account, 'IBAN') ?? textAt(account, 'Othr', 'Id'),
  };
}

const nameOf = (party: XmlElement | undefined): string | undefined =>
  textAt(party, 'Nm') ?? textAt(party, 'Pty', 'Nm') ?? textAt(party, 'Agt', 'FinInstnId', 'Nm');

function returnReasonOf(info: XmlElement | undefined): string | undefined {
  if (!info) return undefined;
  return [textAt(info, 'Rsn', 'Cd') ?? textAt(info, 'Rsn', 'Prtry'), ...textsOf(info, 'AddtlInf')]
    .filter((part) => part !== undefined)
    .join(' ');
}
