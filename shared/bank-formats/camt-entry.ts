import { dateOf } from './camt-balance.ts';
import { type CamtMoney, divide } from './camt-batch.ts';
import { amountOf, type CamtDetail, directionOf } from './camt-detail.ts';
import type { CamtDetails } from './camt-details.ts';
import { returnReferences } from './reference-keys.ts';
import { meaningful } from './reference-words.ts';
import { isReturnSubFamily } from './return-codes.ts';
import type { Batch, EntryFacts, ReturnFacts } from './statement-item.ts';
import { children, textAt, type XmlElement } from './xml-element.ts';

export interface EntryPlace {
  readonly entryNumber: number;
  readonly account: string | undefined;
}

/**
 * One <Ntry>, as many facts as it has payments (see divide), made one at a time: a batch can have very many.
 * @param details its TxDtls, read before and no longer in the tree
 */
export function* readEntry(ntry: XmlElement, details: CamtDetails, place: EntryPlace): Generator<EntryFacts> {
  const common = { ...place, ...commonFacts(ntry) };
  const entry = { ...common, ...amountOf(ntry), direction: directionOf(ntry) };
  const reversal = textAt(ntry, 'RvslInd') === 'true' || textAt(ntry, 'RvslInd') === '1';
  const returns = reversal || isReturnSubFamily(textAt(ntry, 'BkTxCd', 'Domn', 'Fmly', 'SubFmlyCd'));
  const { amount, currency, direction } = entry;
  if (amount === undefined || currency === undefined || direction === undefined) return yield { ...entry, ...textsOf([]) };
  const division = divide({ amount, currency, direction }, details, numberOfPayments(ntry));
  switch (division.kind) {
    case 'undivided':
      return yield { ...entry, ...textsOf([...details[Symbol.iterator]().take(DETAILS_QUOTED)]), undivided: division.count };
    case 'whole': {
      const { detail } = division;
      return yield { ...entry, ...(detail ? detailFacts(detail, common, { direction, returns }) : entryOnlyFacts(common, returns)) };
    }
    case 'parts': {
      const batch: Batch = { direction, amount, currency, size: details.size };
      let detailNumber = 0;
      for (const detail of details) {
        const money = division.moneyOf(detail);
        const own = detailFacts(detail, common, { direction: money.direction, returns });
        yield { ...common, ...money, ...own, detailNumber: ++detailNumber, batch };
      }
    }
  }
}

/** Enough to show a person, and to look for policy numbers in, of a batch that stays undivided. */
const DETAILS_QUOTED = 20;

type CommonFacts = Pick<EntryFacts, 'status' | 'bookedOn' | 'valueOn' | 'references' | 'additionalInformation'>;

function commonFacts(ntry: XmlElement): CommonFacts {
  return {
    status: statusOf(ntry),
    bookedOn: dateOf(ntry, 'BookgDt'),
    valueOn: dateOf(ntry, 'ValDt'),
    references: { servicer: meaningful(textAt(ntry, 'AcctSvcrRef')) },
    additionalInformation: textAt(ntry, 'AddtlNtryInf') ?? '',
  };
}

/** <Sts>BOOK</Sts> up to version 7, <Sts><Cd>BOOK</Cd></Sts> from version 8 on. What is not clearly booked is not money. */
function statusOf(ntry: XmlElement): EntryFacts['status'] {
  const status = textAt(ntry, 'Sts', 'Cd') ?? textAt(ntry, 'Sts');
  if (status === 'BOOK') return 'booked';
  return status === 'PDNG' || status === 'FUTR' ? 'pending' : 'informational';
}

const numberOfPayments = (ntry: XmlElement): number =>
  children(ntry, 'NtryDtls').reduce((count, details) => count + Number(textAt(details, 'Btch', 'NbOfTxs') ?? 0), 0) || 0;

type Texts = Pick<EntryFacts, 'counterparty' | 'structuredReferences' | 'remittance'>;

const textsOf = (details: readonly CamtDetail[]): Texts => ({
  counterparty: {},
  structuredReferences: details.flatMap((detail) => detail.structuredReferences),
  remittance: details.flatMap((detail) => detail.remittance).join('\n'),
});

type DetailFacts = Texts & Pick<EntryFacts, 'references' | 'additionalInformation' | 'returnOf'>;

interface EntryNature {
  readonly direction: CamtMoney['direction'];
  readonly returns: boolean;
}

function detailFacts(detail: CamtDetail, common: CommonFacts, { direction, returns }: EntryNature): DetailFacts {
  const references = { ...common.references, ...detail.references };
  const isReturn = returns || detail.returnReason !== undefined || isReturnSubFamily(detail.transactionCode);
  return {
    ...textsOf([detail]),
    counterparty: direction === 'credit' ? detail.debtor : detail.creditor,
    references,
    additionalInformation: [detail.additionalInformation, common.additionalInformation].filter(Boolean).join('\n'),
    returnOf: isReturn ? returnFacts(detail.returnReason, references, detail.structuredReferences) : undefined,
  };
}

const entryOnlyFacts = ({ references }: CommonFacts, returns: boolean): Texts & Pick<EntryFacts, 'returnOf'> => ({
  ...textsOf([]),
  returnOf: returns ? returnFacts(undefined, references, []) : undefined,
});

const returnFacts = (reason: string | undefined, references: EntryFacts['references'], structured: readonly string[]): ReturnFacts => ({
  reason: reason || undefined,
  references: returnReferences(references, structured),
});
