import { isId } from './fields.ts';
import { badRequest } from './problem.ts';

/**
 * An id in a path: as it is, when it is free of `/ ? # %` and doesn't begin with `~`; else `~` + base64url of its UTF-8
 * bytes. API Gateway decodes a path before it routes, so `%2F` could never arrive.
 */
export const pathOf = (collection: string, id: string): string =>
  `/${collection}/${/[/?#%]/.test(id) || id.startsWith('~') ? `~${Buffer.from(id, 'utf8').toString('base64url')}` : encodeURIComponent(id)}`;

/** The id a path parameter stands for. The gateway has decoded percent-encoding already; decoding twice would change ids. */
export function idFromPath(parameter: string | undefined): string {
  const id = parameter?.startsWith('~') ? decodeBase64Url(parameter.slice(1)) : parameter;
  if (id === undefined || !isId(id))
    throw badRequest(
      'MALFORMED_ID',
      'the id in the path must have 1–64 characters and no control characters; in the form ~… it must be base64url of UTF-8',
    );
  return id;
}

function decodeBase64Url(text: string): string | undefined {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.toString('base64url') !== text.replace(/=+$/, '')) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined; // not UTF-8
    throw error;
  }
}
