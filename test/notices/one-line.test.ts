import { expect, test } from 'vitest';
import { oneLine } from '../../shared/notices/one-line.ts';

test.each([
  ['a line break cannot begin a header', 'Ltd\r\nBcc: x@y.example', 'Ltd Bcc: x@y.example'],
  ['controls of both sets, separators of lines and paragraphs', 'a\u0000b\u007fc\u0085d\u2028e\u2029f', 'a b c d e f'],
  ['nothing turns the direction of reading', 'invoice\u202Efdp.exe\u2066x\u2069\u200f', 'invoicefdp.exex'],
  ['invisible marks', 'IBAN\ufeff\u00ad12\u{E0041}', 'IBAN12'],
  ['half a character becomes a mark', 'a\ud83d', 'a\ufffd'],
  ['joined emoji stay joined', '👩‍⚕️ OK', '👩‍⚕️ OK'],
  ['spaces around and between', '  a   b ', 'a b'],
  ['a no-break space is a part of the text', '30\u00a0000', '30\u00a0000'],
])('%s', (_, text, expected) => {
  expect(oneLine(text)).toBe(expected);
});

test.each([
  ['fits', 'abcdef', 6, 'abcdef'],
  ['is cut with a mark', 'abcdefg', 6, 'abcde…'],
  ['is cut between the characters that people see', 'ab👩‍⚕️', 6, 'ab…'],
])('what %s', (_, text, longest, expected) => {
  expect(oneLine(text, longest)).toBe(expected);
});
