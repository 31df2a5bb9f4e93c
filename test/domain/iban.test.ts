import { expect, test } from 'vitest';
import { isIban } from '../../shared/domain/iban.ts';

/** The examples that the countries themselves give in the registry of ISO 13616. */
test.each(['GB82WEST12345698765432', 'DE89370400440532013000', 'UA213223130000026007233566001', 'NO9386011117947'])('%s is one', (iban) => {
  expect(isIban(iban)).toBe(true);
});

test.each([
  ['one wrong digit', 'DE89370400440532013001'],
  ['two swapped', 'DE98370400440532013000'],
  ['a letter for a digit', 'GB82WEST1234569876543Z'],
  ['written in groups', 'DE89 3704 0044 0532 0130 00'],
  ['small letters', 'de89370400440532013000'],
  ['too short', 'DE89'],
  ['empty', ''],
])('%s is none', (_, text) => {
  expect(isIban(text)).toBe(false);
});
