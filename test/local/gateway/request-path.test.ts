import { expect, test } from 'vitest';
import { parseRequestPath } from '../../../infra/local/gateway/request-path.ts';

test.each([
  ['plain', '/policies/A-1', '/policies/A-1', ''],
  ['with a query', '/policies?clientId=a%20b&limit=5', '/policies', 'clientId=a%20b&limit=5'],
  ['decoded', '/policies/%D0%94%D0%9E%D0%93-7', '/policies/ДОГ-7', ''],
  ['an encoded slash separates', '/policies/A%2F1', '/policies/A/1', ''],
  ['what follows an encoded question mark is gone', '/policies/A%3F1/timeline?x=1', '/policies/A', 'x=1'],
  ['a plus stays a plus', '/policies/A+1', '/policies/A+1', ''],
  ['an encoded plus is one', '/policies/A%2B1', '/policies/A+1', ''],
  ['decoded once only', '/policies/A%252F1', '/policies/A%2F1', ''],
  ['a second question mark belongs to the query', '/a?b=?', '/a', 'b=?'],
  ['base64url ids pass as they are', '/policies/~0JTQntCTLzI', '/policies/~0JTQntCTLzI', ''],
])('%s', (_, target, path, rawQuery) => {
  expect(parseRequestPath(target)).toEqual({ path, rawQuery });
});

test.each(['/policies/%', '/policies/%zz', '/policies/%D0'])('%s has a broken encoding', (target) => {
  expect(parseRequestPath(target)).toBeNull();
});
