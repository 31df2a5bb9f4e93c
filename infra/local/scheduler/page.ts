import { validationError } from '../http/aws-error.ts';

/** The service's page size, and the most a caller may ask for. */
const MOST = 100;

export interface Page<T> {
  readonly items: readonly T[];
  readonly nextToken?: string;
}

/** A page of a list that is ordered by key. The token names the last key given, so it stays right while others come and go. */
export const pageOf = <T>(items: readonly T[], keyOf: (item: T) => string, query: URLSearchParams): Page<T> => {
  const size = pageSize(query.get('MaxResults'));
  const token = query.get('NextToken');
  const after = token === null ? '' : Buffer.from(token, 'base64url').toString();
  const rest = items.filter((item) => keyOf(item) > after).sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const page = rest.slice(0, size);
  const last = page.at(-1);
  return rest.length > size && last !== undefined
    ? { items: page, nextToken: Buffer.from(keyOf(last)).toString('base64url') }
    : { items: page };
};

const pageSize = (text: string | null): number => {
  if (text === null) return MOST;
  const size = Number(text);
  if (!Number.isInteger(size) || size < 1 || size > MOST) throw validationError(`MaxResults is a number from 1 to ${MOST}`);
  return size;
};
