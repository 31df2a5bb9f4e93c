import type { MtDetails } from './mt-details.ts';
import { meaningful } from './reference-words.ts';

/** Code words in use at Dutch, Belgian and other banks. Others stay part of the value they stand in: policy numbers have slashes too. */
const CODE_WORDS =
  'ACCW ADDR BENM BIC BO BUSP CHGS CNTP CREF CSID EREF EXCH IBAN ID INSP IREF ISDT KREF MARF NAME NRTX OCMT ORDP PREF PURP REMI ' +
  'RREF RTRN SVCL TRCD TRTP UETR ULTB ULTC ULTD';

/** :86: in code words, '/EREF/7/NAME/Müller GmbH/REMI/Policy 4711/'. undefined when the text isn't of this kind. */
export function readCodeWords(text: string): MtDetails | undefined {
  const [before = '', ...pieces] = text.split(CODE_WORD);
  if (before.trim() !== '' || pieces.length === 0) return undefined;
  const values = new Map<string, string>();
  for (let at = 0; at < pieces.length; at += 2) {
    const word = unwrapped(pieces[at] ?? '');
    if (!values.has(word)) values.set(word, pieces[at + 1] ?? '');
  }
  const get = (word: string) => meaningful(unwrapped(values.get(word) ?? ''));
  const { remittance, structuredReferences } = readRemittance(values.get('REMI') ?? '');
  const [account, , name] = unwrapped(values.get('CNTP') ?? '').split('/'); // account / BIC / name / place
  return {
    counterparty: { name: get('NAME') ?? meaningful(name), account: get('IBAN') ?? meaningful(account) },
    references: { endToEnd: get('EREF'), instruction: get('KREF') ?? get('PREF'), mandate: get('MARF') },
    structuredReferences,
    remittance,
    additionalInformation: get('TRTP') ?? '',
    returnReason: values.has('RTRN')
      ? unwrapped(values.get('RTRN') ?? '')
          .replaceAll('/', ' ')
          .trim()
      : undefined,
  };
}

/** ING writes '/REMI/USTD//text' and '/REMI/STRD/CUR/reference', others the text itself. */
function readRemittance(value: string): Pick<MtDetails, 'remittance' | 'structuredReferences'> {
  const [, reference] = /^STRD\/(?:CUR|ISO)\/(.+)$/s.exec(value) ?? [];
  if (reference !== undefined) return { remittance: '', structuredReferences: [unwrapped(reference).replace(/\/+$/, '')] };
  return {
    remittance: value
      .replace(/^USTD\/\//, '')
      .replace(/\/+$/, '')
      .trim(),
    structuredReferences: [],
  };
}

/** A line may be wrapped inside a code word: '/RE' and 'MI/' on the next line. */
const CODE_WORD = new RegExp(
  `/\\n?(${CODE_WORDS.split(' ')
    .map((word) => [...word].join('\\n?'))
    .join('|')})\\n?/`,
);

const unwrapped = (value: string): string => value.replaceAll('\n', '').trim();
