import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type CryptoKey, exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import type { Scope } from '../../../functions/routes.ts';
import type { DataFolder } from '../state/data-folder.ts';

export const ISSUER = 'https://tokens.premium-control.local';
export const AUDIENCE = 'premium-control';
export const ALGORITHM = 'ES256';

export const ALL_SCOPES = [
  'clients:write',
  'policies:write',
  'payments:write',
  'tasks:write',
  'regulations:write',
  'significance:write',
  'read',
] as const satisfies readonly Scope[];

/** Counted on the machine's clock: a token must not expire because the simulated one was moved. */
const LIFETIME = '30d';

const KEY_FILE = 'token-key.json';

export interface TokenIssuer {
  readonly publicKey: CryptoKey;
  issue(grant: { readonly scopes: readonly string[]; readonly subject: string }): Promise<string>;
}

/** Signs tokens as the insurer's identity provider would. The key is kept, so that tokens outlive a restart. */
export const openTokenIssuer = async (folder: DataFolder): Promise<TokenIssuer> => {
  const { privateKey, publicKey } = await keyPair(folder.file(KEY_FILE));
  return {
    publicKey,
    issue: ({ scopes, subject }) =>
      new SignJWT({ scope: scopes.join(' ') })
        .setProtectedHeader({ alg: ALGORITHM })
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setSubject(subject)
        .setIssuedAt()
        .setExpirationTime(LIFETIME)
        .sign(privateKey),
  };
};

interface KeyPair {
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
}

const keyPair = async (file: string | null): Promise<KeyPair> => {
  if (file !== null && existsSync(file)) return importPair(JSON.parse(readFileSync(file, 'utf8')) as JWK);
  const pair = await generateKeyPair(ALGORITHM, { extractable: true });
  if (file !== null) writeFileSync(file, JSON.stringify(await exportJWK(pair.privateKey)), { mode: 0o600 });
  return pair;
};

/** A private JWK holds the public one: all but `d`. */
const importPair = async ({ d, ...publicJwk }: JWK): Promise<KeyPair> => ({
  privateKey: await importKey({ ...publicJwk, ...(d !== undefined && { d }) }),
  publicKey: await importKey(publicJwk),
});

const importKey = async (jwk: JWK): Promise<CryptoKey> => {
  const key = await importJWK(jwk, ALGORITHM);
  if (key instanceof Uint8Array) throw new TypeError('an elliptic key is no shared secret');
  return key;
};
