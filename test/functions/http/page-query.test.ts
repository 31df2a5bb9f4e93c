import { expect, test } from 'vitest';
import type { ApiEvent } from '../../../functions/http/api-request.ts';
import { listBody, pageRequest } from '../../../functions/http/page-query.ts';

const asked = (queryStringParameters: Readonly<Record<string, string>>) => pageRequest({ queryStringParameters } as unknown as ApiEvent);

test.each([
  [{}, 25],
  [{ limit: '1' }, 1],
  [{ limit: '100' }, 100],
])('%j: a page of %i', (query, limit) => {
  expect(asked(query)).toEqual({ limit });
});

test.each(['0', '101', '999', '1000', '-1', '1.5', '', 'all'])('limit=%s is refused', (limit) => {
  expect(() => asked({ limit })).toThrow();
});

test('a cursor is what a list answered', () => {
  const { cursor } = listBody({ items: [], cursor: { policyNumber: 'ДОГ/1' } }, (item) => item);
  expect(asked({ cursor: cursor ?? '' })).toEqual({ limit: 25, cursor: { policyNumber: 'ДОГ/1' } });
  for (const other of ['x', Buffer.from('{"a":1}').toString('base64url'), Buffer.from('null').toString('base64url')])
    expect(() => asked({ cursor: other })).toThrow();
});
