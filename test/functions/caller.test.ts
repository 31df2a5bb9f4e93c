import { expect, test } from 'vitest';
import type { ApiEvent } from '../../functions/http/api-request.ts';
import { callerOf } from '../../functions/http/caller.ts';

const emailsOf = (claims: Readonly<Record<string, string>>) => {
  const event = { requestContext: { authorizer: { jwt: { claims } } } } as unknown as ApiEvent;
  return callerOf({ event, body: undefined, by: 'somebody', mediaType: 'application/json' }).emails;
};

test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
  ['a verified address', { sub: '8f1c', email: 'ivan@insurer.example', email_verified: 'true' }, ['ivan@insurer.example']],
  ['an address that anybody may have typed', { sub: '8f1c', email: 'ivan@insurer.example', email_verified: 'false' }, []],
  ['an address that nobody vouches for', { sub: '8f1c', email: 'ivan@insurer.example' }, []],
  ['a user name that is an address', { sub: '8f1c', username: 'ivan@insurer.example' }, ['ivan@insurer.example']],
  ['a subject that is an address', { sub: 'ivan@insurer.example' }, ['ivan@insurer.example']],
  ['a machine', { sub: '7k3client', username: 'core-system' }, []],
  ['no token', {}, []],
])('%s', (_, claims, expected) => {
  expect(emailsOf(claims)).toEqual(expected);
});
