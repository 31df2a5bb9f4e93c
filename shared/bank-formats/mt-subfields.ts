import type { MtDetails } from './mt-details.ts';
import { meaningful } from './reference-words.ts';
import { isGermanReturnCode } from './return-codes.ts';

/**
 * :86: in subfields, as in Germany and Poland: a business transaction code, then ?00 booking text, ?10 batch, ?20–?29 and ?60–?63
 * remittance, ?30 bank, ?31 account, ?32–?33 name, ?34 code of the return reason, ?38 IBAN. Poland also writes ^ or < for the ?.
 * undefined when the text isn't of this kind.
 */
export function readSubfields(text: string): MtDetails | undefined {
  const start = /^\s*(\d{3})([?^<>~|@])(?=\n?\d\n?\d)/.exec(text);
  if (!start) return undefined;
  const [, code, separator = ''] = start;
  const fields = split(text.slice(start[0].length - 1), separator);
  const remittance = fields.filter(({ number }) => isRemittance(number)).map(({ value }) => value);
  const parts = splitByKeyword(remittance.join('\n'));
  const reason = [firstOf(fields, '34'), parts.get('RTRN')].filter(Boolean).join(' ');
  return {
    counterparty: {
      name: meaningful(allOf(fields, '32', '33').join('')) ?? meaningful(unwrapped(parts.get('ABWA') ?? '')),
      account: meaningful(firstOf(fields, '38') ?? firstOf(fields, '31') ?? unwrapped(parts.get('IBAN') ?? '')),
    },
    references: {
      endToEnd: meaningful(unwrapped(parts.get('EREF') ?? '')),
      instruction: meaningful(unwrapped(parts.get('KREF') ?? '')),
      mandate: meaningful(unwrapped(parts.get('MREF') ?? '')),
    },
    structuredReferences: [],
    remittance: [parts.get(''), parts.get('SVWZ')].filter(Boolean).join('\n'),
    additionalInformation: firstOf(fields, '00') ?? '',
    returnReason: isGermanReturnCode(code) || parts.has('RTRN') ? reason : undefined,
  };
}

interface Subfield {
  readonly number: string;
  readonly value: string;
}

/** A code may itself be wrapped: '?2' at the end of a line, '7SZT' on the next. */
function split(text: string, separator: string): readonly Subfield[] {
  const pieces = text.split(new RegExp(`\\${separator}\\n?(\\d\\n?\\d)`)).slice(1);
  const fields: Subfield[] = [];
  for (let at = 0; at < pieces.length; at += 2) {
    fields.push({ number: unwrapped(pieces[at] ?? ''), value: (pieces[at + 1] ?? '').replace(/^\n|\n$/g, '') });
  }
  return fields;
}

const isRemittance = (number: string): boolean => /^(?:2\d|6[0-3])$/.test(number);

const allOf = (fields: readonly Subfield[], ...numbers: readonly string[]): readonly string[] =>
  fields.filter(({ number }) => numbers.includes(number)).map(({ value }) => unwrapped(value));

const firstOf = (fields: readonly Subfield[], number: string): string | undefined => allOf(fields, number)[0] || undefined;

/** 'EREF+7\nSVWZ+Policy\n4711' → EREF: '7', SVWZ: 'Policy\n4711'; what stands before the first keyword is under ''. */
function splitByKeyword(text: string): ReadonlyMap<string, string> {
  const [before = '', ...pieces] = text.split(KEYWORD);
  const parts = new Map([['', before.trim()]]);
  for (let at = 0; at < pieces.length; at += 2) {
    const keyword = pieces[at] ?? '';
    parts.set(keyword, [parts.get(keyword), (pieces[at + 1] ?? '').trim()].filter(Boolean).join('\n'));
  }
  return parts;
}

const KEYWORD = /(?:^|(?<=[\n ]))(EREF|KREF|MREF|CRED|DEBT|SVWZ|ABWA|ABWE|COAM|OAMT|PURP|RTRN|IBAN|BIC)\+/;

const unwrapped = (value: string): string => value.replaceAll('\n', '');
