import type { Answer, Insurer } from './insurer.ts';

/** Sends a bank file as it is. Bytes that are no text must go as application/octet-stream. */
export async function sendStatement(
  insurer: Insurer,
  file: string | Uint8Array,
  contentType = 'application/octet-stream',
): Promise<Answer> {
  const response = await fetch(`${insurer.cloud.apiUrl}/statements`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await insurer.cloud.token()}`, 'content-type': contentType },
    body: typeof file === 'string' ? file : new Uint8Array(file),
  });
  return { status: response.status, body: await response.json(), headers: response.headers };
}

/** '2 applied, 1 ignored, 1 rejected': what is not named is none. */
export function countsOf({ body }: Answer): string {
  const { applied, suspense, duplicates, reversed, ignored, rejected } = body;
  return Object.entries({ applied, suspense, duplicates, reversed, ignored, rejected: rejected.length })
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ');
}
