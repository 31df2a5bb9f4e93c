/** A link of a letter that opens a task's page. */
export interface TaskLink {
  readonly taskId: string;
  readonly token: string;
}

/** The links in a message as SES was given it: MIME, its parts in quoted-printable or base64. */
export function taskLinksIn(raw: string): readonly TaskLink[] {
  const message = Buffer.from(raw, 'base64').toString('latin1');
  const parts = [...message.matchAll(/Content-Transfer-Encoding: (base64|quoted-printable)[\s\S]*?\r?\n\r?\n([\s\S]*?)(?=\r?\n--|$)/gi)];
  const texts = parts.map(([, encoding, body = '']) => (encoding?.toLowerCase() === 'base64' ? fromBase64(body) : fromQuoted(body)));
  const links = texts.flatMap((text) => [...text.matchAll(/\/tasks\/([^/\s]+)\/page\?token=([\w.-]+)/g)]);
  const known = new Map(links.map(([, taskId = '', token = '']) => [taskId, { taskId: decodeURIComponent(taskId), token }]));
  return [...known.values()];
}

const fromBase64 = (body: string): string => Buffer.from(body, 'base64').toString('utf8');

const fromQuoted = (body: string): string =>
  body.replaceAll(/=\r?\n/g, '').replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
