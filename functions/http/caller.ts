import { type ApiRequest, claimsOf } from './api-request.ts';

/** Who calls, and the addresses that his token proves to be his. */
export interface Caller {
  readonly by: string;
  readonly emails: readonly string[];
}

/**
 * A person's token names him by `email` (only when the issuer has verified it), or by `username` or `sub` where those are
 * addresses. A machine's token names nobody.
 */
export function callerOf({ event, by }: ApiRequest): Caller {
  const { email, email_verified: verified, username, sub } = claimsOf(event);
  const proven = [...(String(verified) === 'true' ? [email] : []), username, sub];
  return { by, emails: proven.filter((name): name is string => typeof name === 'string' && name.includes('@')) };
}
