import type { ApiEvent } from '../http/api-request.ts';
import { listBody, pageRequest } from '../http/page-query.ts';
import { badRequest } from '../http/problem.ts';

/** A timeline is read whole and only grows at its end, so its cursor is a position. It is read in one go mostly: 100 a page. */
export function timelinePage<T>(entries: readonly T[], event: ApiEvent) {
  const { limit, cursor } = pageRequest(event, 100);
  const from = Number(cursor?.['from'] ?? 0);
  if (!Number.isInteger(from) || from < 0) throw badRequest('INVALID_QUERY', 'cursor must be one that this list answered');
  const items = entries.slice(from, from + limit);
  const next = from + limit;
  return listBody({ items, ...(next < entries.length ? { cursor: { from: String(next) } } : {}) }, (entry) => entry);
}
