import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { candidateKeys, findPolicyNumbers, policyNumberKey } from '../../shared/domain/policy-number-match.ts';

/** An index as a store would keep it: every policy under its key. */
const indexOf =
  (...policyNumbers: readonly string[]) =>
  async (keys: readonly string[]) =>
    new Map(keys.map((key) => [key, policyNumbers.filter((policyNumber) => policyNumberKey(policyNumber) === key)] as const));

test.each([
  ['separators don’t count', 'CARGO-2026-000123', 'cargo 2026_000123'],
  ['nor do slashes and the number sign', 'ДОГ/2026-№7', 'дог 2026 7'],
  ['Cyrillic letters that look Latin are Latin', 'CARGO-1', 'САRGО-1'], // С, А and О are Cyrillic
  ['all of them', 'ABEKMHOPCTXIYJS', 'АВЕКМНОРСТХІУЈЅ'],
  ['small ones too', 'cey1', 'сеу1'],
  ['wide digits are digits', 'AB12', 'ＡＢ１２'],
  ['a composed letter is the letter', 'Й1', 'Й1'],
  ['a soft hyphen is nothing', 'AB12', 'AB\u00ad12'],
])('one key: %s', (_, one, other) => {
  expect(policyNumberKey(one)).toBe(policyNumberKey(other));
});

test('letters that only Cyrillic has stay what they are', () => {
  expect(policyNumberKey('ДОГ/2026-№7')).toBe('ДOГ20267'); // the O is Latin now
});

describe('a policy number is found', () => {
  test.each([
    ['as it is', 'CARGO-2026-000123', 'CARGO-2026-000123'],
    ['in a sentence, without its dashes', 'CARGO-2026-000123', 'oplata zgidno dogovoru cargo 2026 000123 vid 01.12'],
    ['with the number sign', 'ДОГ/2026-№7', 'Оплата за ДОГ/2026-№7, без ПДВ'],
    ['with a space after the number sign', 'ДОГ/2026-№7', 'сплата дог 2026 № 7 від 01.12.2026'],
    ['wrapped at its dash', 'CARGO-2026-000123', 'premium CARGO-2026-\n000123 2nd part'],
    ['wrapped anywhere', 'CARGO-2026-000123', 'premium CAR\nGO-2026-000123'],
    ['wrapped twice', 'CARGO-2026-000123', 'CARGO-20\n26-0001\n23'],
    ['with Cyrillic look-alikes', 'CARGO-2026-000123', 'плата САRGО-2026-000123'],
    ['in brackets', 'A-77/01', 'Policy(A-77/01)'],
    ['with digits grouped', 'KASKO1234567', 'kasko 1 234 567'],
    ['when it stands twice', 'AB-1234', 'AB-1234 / AB1234'],
  ])('%s', async (_, policyNumber, text) => {
    expect(await findPolicyNumbers([text], indexOf(policyNumber))).toEqual([policyNumber]);
  });
});

describe('what counts', () => {
  test.each([
    ['nothing of it is a policy', ['2026-77'], 'invoice 5 of 2025', []],
    [
      'a part of a longer one that was found is no other policy',
      ['CARGO-2026-000123', '2026-000123', '000123'],
      'for CARGO-2026-000123',
      ['CARGO-2026-000123'],
    ],
    ['unless it stands elsewhere too', ['CARGO-2026-000123', '000123'], 'CARGO-2026-000123 and 000123', ['CARGO-2026-000123', '000123']],
    ['the part, when the whole is no policy', ['2026-000123'], 'for CARGO-2026-000123', ['2026-000123']],
    ['two policies are two', ['AB-1234', 'CD-5678'], 'AB-1234, CD-5678', ['AB-1234', 'CD-5678']],
    ['two policies with one key are two', ['AB-1234', 'A-B1234'], 'AB-1234', ['AB-1234', 'A-B1234']],
    ['overlapping finds are two', ['AB-1234', '1234-CD'], 'AB 1234 CD', ['AB-1234', '1234-CD']],
    ['a number glued to letters is another number', ['7000123'], 'AB7000123', []],
    ['a number without digits is not looked for', ['CARGO'], 'CARGO', []],
    ['a number of three characters is not looked for', ['A12'], 'A12', []],
  ])('%s', async (_, policyNumbers, text, found) => {
    expect(await findPolicyNumbers([text], indexOf(...policyNumbers))).toEqual(found);
  });

  test('a part of a longer one that stands in another text is another', async () => {
    const found = await findPolicyNumbers(['CARGO-2026-000123', '2026-000123'], indexOf('CARGO-2026-000123', '2026-000123'));
    expect(found).toEqual(['CARGO-2026-000123', '2026-000123']);
  });

  test('texts are not joined with each other', async () => {
    expect(await findPolicyNumbers(['CARGO-2026', '000123'], indexOf('CARGO-2026-000123'))).toEqual([]);
  });
});

test('the worked example: every key of consecutive words, the longest first', () => {
  const keys = candidateKeys(['oplata CARGO-2026-\n000123']).map(({ key }) => key);
  expect(keys).toEqual(['OPLATACARGO2026000123', 'OPLATACARGO2026', 'CARGO2026000123', '2026000123', 'CARGO2026', '000123', '2026']);
});

test('a candidate says where it stands', () => {
  const text = 'za AB-1234!';
  const candidate = candidateKeys(['', text]).find(({ key }) => key === 'AB1234');
  expect(candidate).toEqual({ key: 'AB1234', text: 1, start: 3, end: 10 });
  expect(text.slice(3, 10)).toBe('AB-1234');
});

test('nobody is asked when no word could be a policy number', async () => {
  const found = await findPolicyNumbers(['thank you', ''], () => Promise.reject(new Error('asked')));
  expect(found).toEqual([]);
});

const part = fc.stringMatching(/^[A-Z0-9]{1,6}$/);
const separator = fc.constantFrom(' ', '-', '/', '\n', ' - ', '№', '_', '.');

test('property: however a number is separated, cased and surrounded, it is found', async () => {
  const policy = fc.tuple(fc.stringMatching(/^[A-Z]{2,5}$/), fc.stringMatching(/^[0-9]{4}$/), fc.stringMatching(/^[0-9]{3,6}$/));
  const words = fc.array(fc.stringMatching(/^[a-zа-я]{2,8}$/), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(policy, separator, separator, words, words, async ([a, b, c], s1, s2, before, after) => {
      const text = [...before, `${a}${s1}${b}${s2}${c}`.toLowerCase(), ...after].join(' ');
      expect(await findPolicyNumbers([text], indexOf(`${a}-${b}-${c}`))).toContain(`${a}-${b}-${c}`);
    }),
  );
});

test('property: never more than 200 distinct keys, each with a digit, of 4 to 64 characters', () => {
  fc.assert(
    fc.property(fc.array(part, { maxLength: 400 }), separator, (parts, joint) => {
      const keys = new Set(candidateKeys([parts.join(joint), parts.join(' ')]).map(({ key }) => key));
      expect(keys.size).toBeLessThanOrEqual(200);
      for (const key of keys) expect(key).toMatch(/^(?=.*\p{N})[\p{L}\p{N}]{4,64}$/u);
    }),
  );
});
