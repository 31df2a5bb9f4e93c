import { errors, type JWTPayload, jwtVerify } from 'jose';
import { ALGORITHM, AUDIENCE, ISSUER, type TokenIssuer } from './token-issuer.ts';

/** Claims as API Gateway hands them to a function: all of them text. */
export type Claims = Readonly<Record<string, string>>;

export type Authorization =
  | { readonly outcome: 'authorized'; readonly claims: Claims }
  | { readonly outcome: 'refused'; readonly reason: string };

/** A signature costs more than a whole payment; callers send the same token again and again. */
const REMEMBERED = 1_000;

/** API Gateway's JWT authorizer: signature, issuer, audience and expiry, by the machine's clock. Scopes are checked by the functions. */
export const jwtAuthorizer = ({ publicKey }: TokenIssuer) => {
  const known = new Map<string, { readonly claims: Claims; readonly expiresMs: number }>();

  return async (header: string | undefined): Promise<Authorization> => {
    const [, token] = /^Bearer +(\S+)$/i.exec(header ?? '') ?? [];
    if (token === undefined) return { outcome: 'refused', reason: 'The Authorization header carries no bearer token.' };
    const verified = known.get(token);
    if (verified !== undefined && verified.expiresMs > Date.now()) return { outcome: 'authorized', claims: verified.claims };
    try {
      const { payload } = await jwtVerify(token, publicKey, {
        issuer: ISSUER,
        audience: AUDIENCE,
        algorithms: [ALGORITHM],
        requiredClaims: ['exp'],
      });
      const claims = claimsOf(payload);
      if (known.size >= REMEMBERED) known.clear();
      known.set(token, { claims, expiresMs: (payload.exp ?? 0) * 1000 });
      return { outcome: 'authorized', claims };
    } catch (error) {
      if (error instanceof errors.JOSEError) return { outcome: 'refused', reason: `The token is not valid: ${error.message}.` };
      throw error;
    }
  };
};

/** Lists become `[a b]`, as in API Gateway. */
const claimsOf = (payload: JWTPayload): Claims =>
  Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, Array.isArray(value) ? `[${value.join(' ')}]` : String(value)]));
