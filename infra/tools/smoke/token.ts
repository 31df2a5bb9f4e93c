import * as z from 'zod';

export interface Credentials {
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

const granted = z.object({ access_token: z.string() });

/** The machine client's token, by OAuth client credentials (RFC 6749, 4.4). Naming no scope asks for all that the client may have. */
export async function tokenFor({ tokenUrl, clientId, clientSecret }: Credentials): Promise<string> {
  const response = await fetch(tokenUrl, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${tokenUrl} answers ${response.status}: ${text.slice(0, 200)}`);
  return granted.parse(JSON.parse(text)).access_token;
}
