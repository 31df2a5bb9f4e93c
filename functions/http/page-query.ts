import type { Cursor, Page, PageRequest } from '../../shared/ports/page.ts';
import type { ApiEvent } from './api-request.ts';
import { badRequest } from './problem.ts';

const DEFAULT_LIMIT = 25;
const LARGEST_LIMIT = 100;

/** `?limit=` 1–100 (25 when absent) and `&cursor=`, as a former answer gave it. */
export function pageRequest(event: ApiEvent, defaultLimit = DEFAULT_LIMIT): PageRequest {
  const { limit = String(defaultLimit), cursor } = event.queryStringParameters ?? {};
  if (!/^\d{1,3}$/.test(limit) || Number(limit) < 1 || Number(limit) > LARGEST_LIMIT)
    throw badRequest('INVALID_QUERY', 'limit must be a number from 1 to 100');
  return { limit: Number(limit), ...(cursor === undefined ? {} : { cursor: readCursor(cursor) }) };
}

/** Opaque to callers, and theirs to send: any text of fields is possible, so the store's request may still refuse it. */
function readCursor(cursor: string): Cursor {
  try {
    const fields: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (typeof fields === 'object' && fields !== null && Object.values(fields).every((value) => typeof value === 'string'))
      return fields as Cursor;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw badRequest('INVALID_QUERY', 'cursor must be one that a list answered');
}

export const listBody = <T, R>(page: Page<T>, present: (item: T) => R) => ({
  items: page.items.map(present),
  ...(page.cursor ? { cursor: Buffer.from(JSON.stringify(page.cursor)).toString('base64url') } : {}),
});
