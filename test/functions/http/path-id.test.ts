import { expect, test } from 'vitest';
import { idFromPath, pathOf } from '../../../functions/http/path-id.ts';

const encoded = (id: string) => `~${Buffer.from(id).toString('base64url')}`;

test.each(['CARGO-2026-000123', 'ДОГ/2026-№7', '~tilde', 'a?b#c%d', 'x'.repeat(64)])('%s is read from its own path', (id) => {
  const [, , parameter = ''] = pathOf('policies', id).split('/');
  expect(idFromPath(decodeURIComponent(parameter))).toBe(id);
});

test.each([
  ['nothing', ''],
  ['sixty-five characters', 'x'.repeat(65)],
  ['a control character', 'a\u0007b'],
  ['bytes that are no UTF-8', `~${Buffer.from([0xff, 0xfe]).toString('base64url')}`],
  ['base64url with other letters in it', `${encoded('AB')}!!`],
  ['base64url whose last bits say nothing', '~QUJ'], // 'AB' is QUI
])('%s is no id', (_, parameter) => {
  expect(() => idFromPath(parameter)).toThrow();
});
